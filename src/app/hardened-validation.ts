import { KUBERNETES_RELEASES } from '../kube/kubernetes-releases';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';
import { checkFlag, checkStruct } from '../kube/shape';
import { Severity } from '../policy/rule';

/**
 * Properties of `HardenedValidation`, as they stand in `cdk8s.yaml`.
 */
export interface HardenedValidationProps {
  /**
   * The Kubernetes version that the manifests are made for, such as `1.36`, in quotes: YAML takes 1.30 for 1.3.
   *
   * @default - the newest that is known
   */
  readonly kubernetesVersion?: string;

  /**
   * The least that fails the synthesis: `error` or `warning`.
   *
   * @default error
   */
  readonly severity?: string;

  /**
   * Path of a baseline, from the folder of `cdk8s.yaml`, as `cdk8s-hardened audit --write-baseline` makes it. What it lists does not fail.
   *
   * @default - nothing is known
   */
  readonly baseline?: string;

  /**
   * Whether a reason in an annotation of the object itself is leave enough. Anyone who writes the object can write it.
   *
   * @default false
   */
  readonly acceptWaivers?: boolean;
}

const PROPS = ['kubernetesVersion', 'severity', 'baseline', 'acceptWaivers'];

/**
 * Has cdk8s-cli judge every manifest of a program after it was synthesized, also of one that uses nothing of this library.
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/cdk8s-hardened
 *     version: 1.0.0
 *     class: HardenedValidation
 *     properties:
 *       kubernetesVersion: '1.36'
 * ```
 *
 * The manifests are written before they are validated, and `--no-validate` leaves it out: a `SecureApp` judges before anything is written.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 */
export class HardenedValidation {
  private readonly version: KubernetesVersion;
  private readonly least: Severity;
  private readonly baseline?: string;
  private readonly acceptsWaivers: boolean;

  /**
   * @param props the `properties` of `cdk8s.yaml`
   */
  constructor(props: HardenedValidationProps = {}) {
    checkStruct('properties of HardenedValidation', props);
    const unknown = Object.keys(props).find(name => !PROPS.includes(name));
    if (unknown !== undefined) {
      refuse({ what: 'property of HardenedValidation is unknown', got: unknown, expected: `one of ${PROPS.join(', ')}`, todo: 'correct cdk8s.yaml' });
    }
    this.version = KubernetesVersion.of(versionText(props.kubernetesVersion));
    this.least = leastOf(props.severity ?? Severity.ERROR);
    this.baseline = pathOf(props.baseline);
    this.acceptsWaivers = checkFlag('acceptWaivers', props.acceptWaivers);
  }

  /**
   * Judges the manifests; cdk8s-cli calls it.
   *
   * @param context what cdk8s-cli passes to a validation
   */
  public async validate(context: any): Promise<void> {
    // The rules are read when something is judged, and not by everyone who loads this library.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { validateManifests } = require('./manifest-validation') as typeof import('./manifest-validation');
    await validateManifests(context, { version: this.version, least: this.least, baseline: this.baseline, acceptsWaivers: this.acceptsWaivers });
  }
}

function versionText(version: unknown): string {
  if (version === undefined) { return `1.${KUBERNETES_RELEASES[KUBERNETES_RELEASES.length - 1].minor}`; }
  return typeof version === 'string' ? version : refuse({
    what: 'kubernetesVersion', got: version, expected: 'a text like "1.36"', todo: 'write it in quotes: YAML takes 1.30 for 1.3',
  });
}

function leastOf(severity: string): Severity {
  return [Severity.ERROR, Severity.WARNING].find(each => each === severity) ?? refuse({
    what: 'severity', got: severity, expected: 'error or warning', todo: 'correct it',
  });
}

function pathOf(baseline: string | undefined): string | undefined {
  const isPath = baseline === undefined || (typeof baseline === 'string' && baseline !== '');
  return isPath ? baseline : refuse({ what: 'baseline', got: baseline, expected: 'the path of a file', todo: 'correct it, or leave it out' });
}
