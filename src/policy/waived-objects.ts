import type { ApiObject } from 'cdk8s';
import type { WaivedObject } from './admission-policy';
import { guardedKinds } from './guarded-rules';
import { ownerOf } from './owner';
import { isRendered } from './rendered-object';
import type { Session } from './session';
import type { GivenWaiver } from './waiver-ledger';
import { groupKind } from '../kube/pod';
import { refuse } from '../kube/problem';

/** An object that may depart from one rule. */
export interface WaivedFromRule extends WaivedObject {
  readonly rule: string;
}

/** Within one synthesis the list of objects is the same one, and so is what is waived for them. */
const known = new WeakMap<readonly ApiObject[], ReadonlyMap<string, readonly WaivedObject[]>>();

/** What is waived, by the rule, for each object that the program writes. */
export function waivedObjects(session: Session): ReadonlyMap<string, readonly WaivedObject[]> {
  const objects = session.objects();
  let all = known.get(objects);
  if (!all) {
    all = read(objects, session);
    known.set(objects, all);
  }
  return all;
}

function read(objects: readonly ApiObject[], session: Session): Map<string, WaivedObject[]> {
  const all = new Map<string, WaivedObject[]>();
  for (const { rule, object, address: { kind, namespace, name }, waiver: { container } } of departures(objects, session)) {
    const waived = all.get(rule) ?? [];
    waived.push({ kind, namespace, name: name ?? nameless(object, rule), container });
    all.set(rule, waived);
  }
  return all;
}

/** What each waiver lets depart, and from which rule; of objects that have a name. */
export function waivedBy(session: Session): ReadonlyMap<GivenWaiver, readonly WaivedFromRule[]> {
  const all = new Map<GivenWaiver, WaivedFromRule[]>();
  for (const { rule, waiver, address: { kind, namespace, name } } of departures(session.objects(), session)) {
    const waived = all.get(waiver) ?? [];
    if (name !== undefined) { waived.push({ rule, kind, namespace, name, container: waiver.container }); }
    all.set(waiver, waived);
  }
  return all;
}

interface Departing {
  readonly object: ApiObject;
  readonly address: Address;
  readonly waiver: GivenWaiver;
  readonly rule: string;
}

/** Objects of the kinds that policies judge by a rule, and what lets each depart from it. */
function* departures(objects: readonly ApiObject[], { waivers, customRules }: Session): Generator<Departing> {
  const kinds = new Map<string, ReadonlySet<string>>();
  const kindsOf = (rule: string) => kinds.get(rule) ?? kinds.set(rule, guardedKinds(rule, customRules)).get(rule)!;
  for (const object of objects) {
    const given = waivers.allFor(object);
    if (given.length === 0) { continue; }
    const address = addressOf(object);
    for (const { waiver, rule } of given) {
      if (kindsOf(rule).has(address.kind)) { yield { object, address, waiver, rule }; }
    }
  }
}

interface Address extends Pick<WaivedObject, 'kind' | 'namespace'> {
  readonly name?: string;
}

/** As it is written, which a patch of somebody else's object may have changed. */
function addressOf(object: ApiObject): Address {
  const isAsMade = isRendered(object) && !object.isPatched;
  const { apiVersion, kind, metadata } = isAsMade ? { apiVersion: object.apiVersion, kind: object.kind, metadata: object.metadata } : object.toJson();
  const inGroup = groupKind({ apiVersion, kind });
  return { kind: inGroup.startsWith('/') ? inGroup.slice(1) : inGroup, namespace: metadata?.namespace ?? '', name: isAsMade ? object.name : metadata?.name };
}

/** The cluster knows a waived object by its exact name; a part of one anybody can give to another object. */
function nameless(object: ApiObject, rule: string): never {
  return refuse({
    what: `${object.kind} ${ownerOf(object).node.path} has no name of its own, so that guardrails cannot let it depart from ${rule}`,
    got: 'generateName',
    expected: 'metadata.name',
    todo: `give it a name, mend what ${rule} finds, or leave the rule out of the guardrails`,
  });
}
