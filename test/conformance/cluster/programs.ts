import type { Tool } from '../tools';
import { goTool } from '../tools';

/** A release of Kubernetes whose own programs are built. */
export interface Release {
  /** As in `1.37`. */
  readonly minor: string;
  /** `kube-apiserver`, `kube-controller-manager` and `kubectl`. */
  readonly tool: Tool;
}

const VERSION = 'k8s.io/component-base/version';

function release(minor: string): Release {
  const [gitMajor, gitMinor] = minor.split('.');
  return {
    minor,
    tool: goTool(`kubernetes-${minor}`, {
      // The cloud providers that 1.30 still carries are of no use here, and half of the build.
      tags: 'providerless',
      variables: version => ({ [`${VERSION}.gitMajor`]: gitMajor, [`${VERSION}.gitMinor`]: gitMinor, [`${VERSION}.gitVersion`]: version }),
    }),
  };
}

/** The newest release, and the lowest that serves every form which the library writes. */
export const NEWEST = release('1.37');
export const OLDEST = release('1.30');

export const ETCD = goTool('etcd');
