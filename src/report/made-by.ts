import type { IConstruct } from 'constructs';
import { Assessment, ControlStatus } from './control-status';
import type { UnjudgedControls } from './unjudged-control';
import { NodeFileBundle } from '../host/node-file-bundle';
import { withoutCredentials } from '../kube/credential';
import { Platform } from '../kube/platform';
import type { Session } from '../policy/session';

const TOLD = 3;

/** Platforms whose control plane somebody else runs. */
const PROVIDERS: ReadonlyMap<Platform, string> = new Map([[Platform.GKE, 'Google Kubernetes Engine']]);

/** What constructs show of controls that no rule judges. */
export class MadeBy {
  private readonly byName = new Map<string, IConstruct[]>();
  private readonly provider?: string;

  constructor(session: Session) {
    this.provider = PROVIDERS.get(session.settings.platform);
    const byType = new Map<unknown, IConstruct[]>();
    for (const construct of session.constructs()) {
      const known = byType.get(construct.constructor);
      if (known === undefined) {
        byType.set(construct.constructor, [construct]);
      } else if (known.length < TOLD) {
        known.push(construct);
      }
    }
    for (const constructs of byType.values()) {
      for (const name of namesOf(constructs[0])) { this.byName.set(name, [...this.byName.get(name) ?? [], ...constructs].slice(0, TOLD)); }
    }
  }

  public assess({ by, names, category, reason }: UnjudgedControls): Assessment {
    const notAssessed = (why: string) => ({ status: ControlStatus.NOT_ASSESSED, evidence: [], reason: why });
    switch (by) {
      case 'construct': {
        const makers = names.flatMap(name => this.byName.get(name) ?? []).slice(0, TOLD);
        return makers.length === 0 ? notAssessed(`no ${names.join(' or ')} in this app; there, ${reason}`) : made(makers, reason);
      }
      case 'part': return this.provider !== undefined && category.startsWith('controlplane-')
        ? { status: ControlStatus.PROVIDER, evidence: [], reason: `${this.provider} runs the control plane: ${reason}` }
        : notAssessed(reason);
      default: return notAssessed(reason);
    }
  }
}

function made(makers: readonly IConstruct[], reason: string): Assessment {
  const roles = makers.flatMap(({ node }) => node.children).filter(child => child instanceof NodeFileBundle).map(({ role }) => `nodes/${role.name}/`);
  return roles.length > 0
    ? { status: ControlStatus.BY_NODE_FILE, evidence: [...new Set(roles)], reason }
    : { status: ControlStatus.BY_MANIFEST, evidence: makers.map(({ node }) => withoutCredentials(node.path)), reason };
}

/** Of the class of a construct, and of those that it extends. */
function namesOf(construct: IConstruct): string[] {
  const names: string[] = [];
  for (let type = Object.getPrototypeOf(construct); type !== null; type = Object.getPrototypeOf(type)) { names.push(type.constructor.name); }
  return names;
}
