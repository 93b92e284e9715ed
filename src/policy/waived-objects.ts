import type { ApiObject } from 'cdk8s';
import type { WaivedObject } from './admission-policy';
import { guardedKinds } from './guarded-rules';
import { ownerOf } from './owner';
import { isRendered } from './rendered-object';
import type { Session } from './session';
import type { GivenWaiver } from './waiver-ledger';
import { groupKind } from '../kube/pod';
import { refuse } from '../kube/problem';

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

function read(objects: readonly ApiObject[], { waivers, customRules }: Session): Map<string, WaivedObject[]> {
  const all = new Map<string, WaivedObject[]>();
  const kinds = new Map<string, ReadonlySet<string>>();
  const kindsOf = (rule: string) => kinds.get(rule) ?? kinds.set(rule, guardedKinds(rule, customRules)).get(rule)!;
  for (const object of objects) {
    const given = waivers.allFor(object);
    if (given.length === 0) { continue; }
    const { kind, namespace, name } = addressOf(object);
    for (const waiver of given.filter(({ rule }) => kindsOf(rule).has(kind))) {
      const waived = all.get(waiver.rule) ?? [];
      waived.push({ kind, namespace, name: name ?? nameless(object, waiver), container: waiver.container });
      all.set(waiver.rule, waived);
    }
  }
  return all;
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
function nameless(object: ApiObject, { rule }: GivenWaiver): never {
  return refuse({
    what: `${object.kind} ${ownerOf(object).node.path} has no name of its own, so that guardrails cannot let it depart from ${rule}`,
    got: 'generateName',
    expected: 'metadata.name',
    todo: `give it a name, mend what ${rule} finds, or leave the rule out of the guardrails`,
  });
}
