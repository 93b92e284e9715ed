import type * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkDnsLabel, checkDnsSubdomain, checkLabels } from '../kube/names';
import { checkList, checkStruct } from '../kube/shape';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propsByField } from '../policy/prop-of-field';

/**
 * Properties for `TokenlessServiceAccount`.
 */
export interface TokenlessServiceAccountProps {
  /**
   * Name of the service account.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * Namespace of the service account.
   */
  readonly namespace: string;

  /**
   * Labels of the object.
   *
   * @default - none but those of every object
   */
  readonly labels?: { [key: string]: string };

  /**
   * Names of the Secrets with which its pods pull images.
   *
   * @default - none
   */
  readonly pullSecrets?: string[];
}

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'imagePullSecrets': 'pullSecrets',
  'metadata.labels': 'labels',
  'metadata.name': 'name',
  'metadata.namespace': 'namespace',
});

/**
 * An identity for pods, whose token is mounted nowhere: a program that is taken over finds no key to the API server.
 *
 * It can be a subject in a RoleBinding of cdk8s-plus.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class TokenlessServiceAccount extends Construct implements kplus.IServiceAccount {
  /** @internal */
  public readonly _propOf = PROP_OF;

  /**
   * Name of the service account.
   */
  public readonly name: string;

  /**
   * Namespace of the service account.
   */
  public readonly namespace: string;

  /**
   * The object's API version.
   */
  public readonly apiVersion: string = 'v1';

  /**
   * The object's API group: the core one.
   */
  public readonly apiGroup: string = '';

  /**
   * The object's kind.
   */
  public readonly kind: string = 'ServiceAccount';

  /**
   * Name of the resource type in RBAC rules.
   */
  public readonly resourceType: string = 'serviceaccounts';

  constructor(scope: Construct, id: string, props: TokenlessServiceAccountProps) {
    super(scope, id);
    checkStruct('props of the service account', props);
    this.name = checkDnsSubdomain('name of the service account', props.name ?? id);
    this.namespace = checkDnsLabel('namespace of the service account', props.namespace);
    const pullSecrets = checkList('pullSecrets of the service account', props.pullSecrets)
      .map(name => ({ name: checkDnsSubdomain('name of a pull secret', name) }));
    this.node.defaultChild = makeObject(ObjectRank.ACCOUNTS, {
      apiVersion: this.apiVersion,
      kind: this.kind,
      name: this.name,
      namespace: this.namespace,
      labels: checkLabels('labels of the service account', props.labels ?? {}),
      owner: this,
      render: () => ({
        automountServiceAccountToken: false,
        ...(pullSecrets.length > 0 ? { imagePullSecrets: pullSecrets } : {}),
      }),
    });
  }

  /**
   * The name of this object in RBAC rules.
   */
  public get resourceName(): string | undefined {
    return this.name;
  }

  /**
   * This service account as the subject of a RoleBinding of cdk8s-plus.
   */
  public toSubjectConfiguration(): kplus.SubjectConfiguration {
    return { kind: this.kind, name: this.name, namespace: this.namespace, apiGroup: '' };
  }
}
