import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ForeignObjects } from './foreign-objects';
import { ImportedNamespace, ImportedNamespaceProps } from './imported-namespace';
import { limitRangeSpec } from './limit-range';
import { contentsOf, NamespaceContents } from './namespace-contents';
import { NamespaceQuota } from './namespace-quota';
import { resourceQuotaSpec } from './resource-quota';
import { pruneProtection } from '../kube/gitops';
import { checkLabels } from '../kube/names';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';
import { DefaultDenyPolicy } from '../network/default-deny-policy';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { checkNamespace, markNamespace } from '../network/namespace-scope';
import { makeObject, ObjectRank } from '../policy/object-order';
import { OwnWaivers } from '../policy/own-waivers';
import { propsByField } from '../policy/prop-of-field';
import { Session } from '../policy/session';
import { markWaivable } from '../policy/waivable-at';
import { NAMESPACE_RULES } from '../policy/waivable-rules';
import type { Waiver } from '../policy/waiver';
import { TokenlessServiceAccount } from '../rbac/tokenless-service-account';

/**
 * Properties for `SecureNamespace`.
 */
export interface SecureNamespaceProps {
  /**
   * Name of the namespace. Never `default` or one that begins with `kube-`.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * What pods may ask for. Less than `RESTRICTED` needs a waiver of `pod-security-restricted`.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly level?: PodSecurityLevel;

  /**
   * How much the namespace may use.
   *
   * @default - NamespaceQuota.computed()
   */
  readonly quota?: NamespaceQuota;

  /**
   * Whether a mesh that the app does not know injects a proxy into each pod. The quota then leaves room for it; an `IstioMtlsMesh` says so
   * itself.
   *
   * @default false
   */
  readonly injectsProxy?: boolean;

  /**
   * Whether pods already run in the namespace. The default deny then comes last of all objects.
   *
   * @default false
   */
  readonly adoption?: boolean;

  /**
   * Further labels of the namespace.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Rules that this namespace, or what is in it, cannot keep. Workloads of this library in it are made otherwise by them where they say
   * nothing themselves; of everything else the findings are waived.
   *
   * @default - it keeps every rule
   */
  readonly waivers?: Waiver[];
}

/** Props by the fields that they change. */
const PROP_OF = propsByField({
  'metadata.labels': 'labels',
  'metadata.labels.pod-security.kubernetes.io/enforce': 'level',
  'metadata.name': 'name',
  'metadata.namespace': 'name',
  'spec.hard': 'quota',
});

/**
 * A namespace in which only restricted pods start, nothing may connect unless it is declared, nothing is unlimited, and no pod finds a
 * token that it did not ask for.
 *
 * Whatever stands below it in the tree and names no namespace belongs to it, objects of other libraries too.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class SecureNamespace extends Construct {
  /**
   * A namespace made elsewhere, by a platform team for instance.
   *
   * @param scope the construct it stands in
   * @param id its id
   * @param props its name and level
   */
  public static imported(scope: Construct, id: string, props: ImportedNamespaceProps): ImportedNamespace {
    return new ImportedNamespace(scope, id, props);
  }

  /** @internal */
  public readonly _propOf = PROP_OF;

  /**
   * Name of the namespace.
   */
  public readonly name: string;

  /**
   * What pods may ask for.
   */
  public readonly level: PodSecurityLevel;

  constructor(scope: Construct, id: string, props: SecureNamespaceProps = {}) {
    super(scope, id);
    const session = Session.of(this);
    this.name = checkNamespace(props.name ?? id);
    markWaivable(this);
    const waivers = new OwnWaivers(props.waivers ?? [], { object: Object.values(NAMESPACE_RULES), containers: {} });
    this.level = checkLevel(this.name, props.level ?? PodSecurityLevel.RESTRICTED, waivers);
    const labels = checkLabels(`labels of namespace "${this.name}"`, { ...props.labels });
    const reserved = Object.keys(labels).find(key => key.startsWith('pod-security.kubernetes.io/'));
    if (reserved) {
      refuse({ what: `labels of namespace "${this.name}" set its level`, got: reserved, expected: 'none of pod-security.kubernetes.io', todo: 'use level' });
    }
    markNamespace(this, this.name);
    ManagedNamespaces.of(this).add(this.name, { construct: this, level: this.level, made: true });
    ForeignObjects.adopt(this, this.name);
    // Of what the namespace itself is, the level is the proof that its waiver is used.
    session.waivers.govern(this, waivers.list.map(each => ({ ...each, hasActed: each.rule === NAMESPACE_RULES.podSecurity })));
    session.waivers.nameNamespace(this.name, this);

    const annotations = { ...pruneProtection(session.settings.gitOps), ...waivers.toAnnotations() };
    this.node.defaultChild = makeObject(ObjectRank.NAMESPACES, {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: this.name,
      owner: this,
      annotations,
      labels: { ...labels, ...podSecurityLabels(this.level, session.settings.kubernetesVersion.text) },
      render: () => ({}),
    });
    new TokenlessServiceAccount(this, 'DefaultServiceAccount', {
      name: 'default', namespace: this.name, pullSecrets: [...session.settings.pullSecrets],
    });
    this.limit(props.quota ?? NamespaceQuota.computed(), props.injectsProxy ?? false);
    new DefaultDenyPolicy(this, 'DefaultDeny', { adoption: props.adoption });
  }

  private limit(quota: NamespaceQuota, injectsProxy: boolean): void {
    const session = Session.of(this);
    let read: { objects: readonly ApiObject[]; contents: NamespaceContents } | undefined;
    const contents = () => {
      // Within one synthesis the list is the same one, and so are its contents.
      const objects = session.objectsIn(this.name);
      if (read?.objects !== objects) {
        const proxies = ManagedNamespaces.of(this).proxiesIn(this.name);
        const options = { nodes: quota._nodes, injectsProxy: injectsProxy || proxies.inEachPod, proxies, budgeted: quota._budget !== undefined };
        read = { objects, contents: contentsOf(this.name, objects, options) };
      }
      return read.contents;
    };
    const shared = { apiVersion: 'v1', namespace: this.name, owner: this };
    makeObject(ObjectRank.LIMITS, {
      ...shared, kind: 'ResourceQuota', name: 'quota', render: () => ({ spec: resourceQuotaSpec(this.name, contents(), quota) }),
    });
    makeObject(ObjectRank.LIMITS, { ...shared, kind: 'LimitRange', name: 'limits', render: () => ({ spec: limitRangeSpec(contents()) }) });
  }
}

/** The version is pinned, so that an upgrade of the cluster does not refuse pods that ran the day before. */
function podSecurityLabels(level: PodSecurityLevel, version: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const mode of ['enforce', 'audit', 'warn']) {
    labels[`pod-security.kubernetes.io/${mode}`] = mode === 'enforce' ? level : PodSecurityLevel.RESTRICTED;
    labels[`pod-security.kubernetes.io/${mode}-version`] = `v${version}`;
  }
  return labels;
}

function checkLevel(name: string, level: PodSecurityLevel, waivers: OwnWaivers): PodSecurityLevel {
  const waived = waivers.has(NAMESPACE_RULES.podSecurity);
  if (level !== PodSecurityLevel.RESTRICTED && !waived) {
    refuse({
      what: `level of namespace "${name}" is less than restricted`,
      got: level,
      expected: PodSecurityLevel.RESTRICTED,
      todo: `leave it out, or waive ${NAMESPACE_RULES.podSecurity} with the reason`,
    });
  }
  if (level === PodSecurityLevel.RESTRICTED && waived) {
    refuse({ what: `waiver of ${NAMESPACE_RULES.podSecurity} in namespace "${name}" is not used`, got: level, expected: 'another level', todo: 'remove the waiver' });
  }
  return level;
}
