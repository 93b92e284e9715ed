import type { IConstruct } from 'constructs';
import type { CallSites } from './app-finding';
import { withoutCredentials } from '../kube/credential';
import { ownerOf } from '../policy/owner';
import type { Session } from '../policy/session';
import type { TeamWaivers } from '../policy/team-waivers';
import { WaivedFromRule, waivedBy } from '../policy/waived-objects';
import type { Waiver } from '../policy/waiver';

/** A waiver as reports have it, and as `TeamWaivers` reads it. */
export interface WaiverEntry extends Waiver {
  /** Path of the construct at which it is given; empty for the app itself. */
  readonly construct?: string;
  /** The line of the program that made the construct, where it is known. */
  readonly at?: string;
  /** Whether anything needs it. */
  readonly isUsed?: boolean;
  /** The report of another app from which it was taken. */
  readonly from?: string;
  /** What policies of the cluster let depart by it. The rule stands there where it is another one. */
  readonly objects: readonly (Omit<WaivedFromRule, 'rule'> & { readonly rule?: string })[];
}

/** Every waiver of an app, in the order in which they were given, and after them those of other apps that its policies honour. */
export function waiverEntries(session: Session, sites: CallSites): WaiverEntry[] {
  const { entries } = session.waivers;
  const objects = entries.length === 0 ? new Map<Waiver, readonly WaivedFromRule[]>() : waivedBy(session);
  const own = entries.map(({ construct, waiver, isUsed }) => ({
    ...recordOf(waiver), ...placeOf(ownerOf(construct), sites), isUsed, objects: (objects.get(waiver) ?? []).map(each => objectOf(each, waiver.rule)),
  }));
  const teams = session.part('team-waivers', (): TeamWaivers[] => []);
  return [...own, ...teams.flatMap(({ _source, _waivers }) => _waivers.map(({ waiver, objects: waived }) => ({
    ...recordOf(waiver), from: withoutCredentials(_source), objects: waived.map(each => objectOf(each, waiver.rule)),
  })))];
}

/** In the order in which they end; what has no end comes last. */
export function byEnd(waivers: readonly WaiverEntry[]): WaiverEntry[] {
  const end = ({ expires = '9' }: WaiverEntry) => expires;
  return [...waivers].sort((a, b) => end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0);
}

function placeOf(construct: IConstruct, sites: CallSites): Pick<WaiverEntry, 'construct' | 'at'> {
  const at = sites.of(construct);
  return { construct: withoutCredentials(construct.node.path), ...(at === undefined ? {} : { at }) };
}

function recordOf({ rule, reason, container, owner, ticket, approvedBy, expires }: Waiver): Waiver {
  const told = Object.entries({ container, owner, ticket, approvedBy, expires }).filter(([, value]) => value !== undefined && value !== null);
  return { rule, reason: withoutCredentials(reason), ...Object.fromEntries(told.map(([key, value]) => [key, withoutCredentials(value!)])) };
}

function objectOf({ rule, kind, namespace, name, container }: WaivedFromRule, of: string): WaiverEntry['objects'][number] {
  const within = container === undefined ? {} : { container: withoutCredentials(container) };
  return { ...(rule === of ? {} : { rule }), kind, namespace, name, ...within };
}
