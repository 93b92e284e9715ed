import type { WaivedFromRule } from './waived-objects';
import type { Waiver } from './waiver';
import { problemsOfWaiver } from './waiver-check';
import { isDnsLabel } from '../kube/names';
import { isObject, JsonObject } from '../kube/pod';
import { refuse, sentence, shown } from '../kube/problem';

/** As reports of this library have it. */
export const REPORT_VERSION = 1;

/** A waiver of another app, and what it lets depart. */
export interface TeamWaiver {
  readonly waiver: Waiver;
  readonly objects: readonly WaivedFromRule[];
}

const OF_WAIVER = ['rule', 'reason', 'container', 'owner', 'ticket', 'approvedBy', 'expires', 'construct', 'at', 'isUsed', 'from', 'objects'];
const OF_OBJECT = ['rule', 'kind', 'namespace', 'name', 'container'];

/** With its group, as rules write it: `Service`, `apps/Deployment`. */
const KIND = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Z][A-Za-z0-9]*$/;
/** What may stand in the path of an object. */
const NAME = /^[^/%\s\p{C}]{1,253}$/u;
const RULE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads the waivers of a report, or of a file that has nothing but them: `{ "version": 1, "waivers": […] }`.
 *
 * @param source where the text comes from, for errors
 */
export function readTeamWaivers(source: string, text: string): TeamWaiver[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken(source, 'no JSON');
  }
  if (!isObject(json) || json.version !== REPORT_VERSION) { return broken(source, isObject(json) ? `version ${shown(json.version)}` : 'no object'); }
  if (!Array.isArray(json.waivers)) { return broken(source, 'no list of waivers'); }
  return json.waivers.map((entry, i) => teamWaiver(source, `waiver ${i + 1}`, entry));
}

function teamWaiver(source: string, where: string, entry: unknown): TeamWaiver {
  const values = fieldsOf(source, where, entry, OF_WAIVER);
  const [problem] = problemsOfWaiver(values as unknown as Waiver);
  if (problem !== undefined) { return broken(source, `${where}, whose ${typeof problem === 'string' ? problem : sentence(problem)}`); }
  if (!Array.isArray(values.objects)) { return broken(source, `${where} without a list of objects`); }
  return { waiver: values as unknown as Waiver, objects: values.objects.map((object, i) => waivedObject(source, `object ${i + 1} of ${where}`, values.rule, object)) };
}

function waivedObject(source: string, where: string, of: unknown, entry: unknown): WaivedFromRule {
  const { rule = of, kind, namespace = '', name, container } = fieldsOf(source, where, entry, OF_OBJECT);
  const wrong = Object.entries({
    rule: matches(rule, RULE),
    kind: matches(kind, KIND),
    namespace: namespace === '' || isDnsLabel(namespace),
    name: matches(name, NAME),
    container: container === undefined || isDnsLabel(container),
  }).find(([, isRight]) => !isRight);
  if (wrong) { return broken(source, `${where} with the ${wrong[0]} ${shown({ rule, kind, namespace, name, container }[wrong[0]])}`); }
  const named = { rule, kind, namespace, name } as WaivedFromRule;
  return container === undefined ? named : { ...named, container: container as string };
}

/** A misspelt `container` would let more depart than was meant, and a misspelt `expires` for ever. */
function fieldsOf(source: string, where: string, entry: unknown, known: readonly string[]): JsonObject {
  if (!isObject(entry)) { return broken(source, `${where} is ${shown(entry)}`); }
  const unknown = Object.keys(entry).find(key => !known.includes(key));
  return unknown === undefined ? entry : broken(source, `${where} has the field ${shown(unknown)}`);
}

function matches(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function broken(source: string, fault: string): never {
  return refuse({
    what: `waivers in ${shown(source)} cannot be understood: ${fault}`,
    expected: `a report.json of version ${REPORT_VERSION}, or { "version": ${REPORT_VERSION}, "waivers": […] } with the same entries`,
    todo: 'have it written anew',
  });
}
