import { Construct } from 'constructs';
import { ForeignObjects } from './foreign-objects';
import type { PodSecurityLevel } from '../kube/pod-security-level';
import { ManagedNamespaces } from '../network/managed-namespaces';
import { checkNamespace, markNamespace } from '../network/namespace-scope';
import { OwnWaivers } from '../policy/own-waivers';
import { Session } from '../policy/session';
import { markWaivable } from '../policy/waivable-at';
import type { Waiver } from '../policy/waiver';

/**
 * Properties for `SecureNamespace.imported`.
 */
export interface ImportedNamespaceProps {
  /**
   * Name of the namespace.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * What its Pod Security labels let pods ask for, so that workloads can be judged against it.
   */
  readonly level: PodSecurityLevel;

  /**
   * Rules that what stands in the namespace cannot keep. Workloads of this library in it are made otherwise by them where they say nothing
   * themselves; of everything else the findings are waived. The namespace itself is not of this app, and is changed by none of them.
   *
   * @default - what stands in it keeps every rule
   */
  readonly waivers?: Waiver[];
}

/**
 * A namespace that somebody else makes: workloads can stand in it, and nothing is made for it.
 */
export class ImportedNamespace extends Construct {
  /**
   * Name of the namespace.
   */
  public readonly name: string;

  /** @internal */
  public constructor(scope: Construct, id: string, props: ImportedNamespaceProps) {
    super(scope, id);
    this.name = checkNamespace(props.name ?? id);
    const { waivers: ledger } = Session.of(this);
    markWaivable(this);
    const waivers = new OwnWaivers(props.waivers ?? [], { object: [], containers: {} });
    markNamespace(this, this.name);
    ManagedNamespaces.of(this).add(this.name, { construct: this, level: props.level, made: false });
    ForeignObjects.adopt(this, this.name);
    ledger.govern(this, waivers.list);
    ledger.nameNamespace(this.name, this);
  }
}
