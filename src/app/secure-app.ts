import { App, AppProps } from 'cdk8s';
import type { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';
import { ClusterSettings, HardenedSettings, Settings } from '../policy/settings';

/**
 * Properties for `SecureApp`.
 */
export interface SecureAppProps extends AppProps, ClusterSettings {
  /**
   * The Kubernetes version that the manifests are made for. It picks apiVersions and fields.
   */
  readonly kubernetesVersion: KubernetesVersion;
}

/**
 * An app that judges every object as it will be written, and writes nothing if anything is wrong.
 */
export class SecureApp extends App {
  /**
   * Gives settings to an app that is no `SecureApp`.
   *
   * @param app the app, before anything stands in it
   * @param props what is true of the cluster
   * @throws if constructs stand in the app already, which were made with other settings
   */
  public static configure(app: App, props: HardenedSettings): void {
    if (app.node.children.length > 0) {
      refuse({
        what: 'settings come after constructs that were made without them', got: app.node.children[0].node.path, expected: 'an app with nothing in it',
        todo: 'call SecureApp.configure right after the app is made',
      });
    }
    Session.of(app).settings = new Settings(props);
  }

  constructor(props: SecureAppProps) {
    super(props);
    Session.of(this).settings = new Settings(props);
  }
}
