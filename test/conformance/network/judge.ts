import * as yaml from 'yaml';
import { Connection, exposure, list } from './analyzer';
import { End, Flow, workloadsOf } from './declared';
import { surroundings } from './surroundings';
import type { Manifest } from '../examples';

export type Side = 'Ingress' | 'Egress';

/** One question to netpol-analyzer about an example: what it answers must be what was declared. */
export interface Question {
  readonly what: string;
  /** Every connection that is open and not declared, or declared and not open. */
  ask(objects: readonly Manifest[], flows: readonly Flow[]): Promise<string[]>;
}

const ADDRESSES = /^\d+(\.\d+){3}-/;

export const QUESTIONS: readonly Question[] = [
  {
    what: '`list` shows every declared flow between workloads and to addresses, and no other',
    async ask(objects, flows) {
      const isSeen = ({ from, to }: Flow) => from.kind !== 'pods' && to.kind !== 'pods';
      return differences(flows.filter(isSeen).map(flow => connection(flow, rendered)), await list(textOf(objects)));
    },
  },
  {
    what: '`list --exposure` shows every declared flow to and from pods of others, and no other',
    // It leaves out the addresses of workloads that no other pods can reach, and `list` has shown all of them.
    async ask(objects, flows) {
      const isSeen = ({ from, to }: Flow) => from.kind === 'pods' || to.kind === 'pods';
      const found = (await exposure(textOf(objects))).filter(({ src, dst }) => ![src, dst].some(end => ADDRESSES.test(end)));
      return differences(flows.filter(isSeen).map(flow => connection(flow, rendered)), found);
    },
  },
  {
    what: '`list` in a cluster with those others, and with strangers who look like them, shows the declared flows and no other',
    ask: (objects, flows) => amongOthers(objects, objects, flows, ({ src, dst }, isInside) => isInside(src) || isInside(dst)),
  },
  // A side that is too wide hides behind the other: what only one of them opens is no connection.
  {
    what: '`list` of the callers\' side alone, as if nobody were closed, shows the declared flows and no other',
    ask: (objects, flows) => amongOthers(
      objects, oneSided(objects, 'Egress'), flows.filter(({ from }) => from.kind === 'workload'), ({ src }, isInside) => isInside(src),
    ),
  },
  {
    what: '`list` of the other side alone, as if nobody were held back, shows the declared flows and no other',
    ask: (objects, flows) => amongOthers(
      objects, oneSided(objects, 'Ingress'), flows.filter(({ to }) => to.kind === 'workload'), ({ dst }, isInside) => isInside(dst),
    ),
  },
];

/** What netpol-analyzer finds wrong about an example, whatever it is asked. */
export async function allProblems(objects: readonly Manifest[], flows: readonly Flow[]): Promise<string[]> {
  const found: string[] = [];
  for (const question of QUESTIONS) { found.push(...await question.ask(objects, flows)); }
  return found;
}

/** Whether it finds anything wrong: one finding is enough, and the sides alone are most likely to have one. */
export async function hasProblem(objects: readonly Manifest[], flows: readonly Flow[]): Promise<boolean> {
  for (const question of [...QUESTIONS].reverse()) {
    if ((await question.ask(objects, flows)).length > 0) { return true; }
  }
  return false;
}

type Filter = (connection: Connection, isInside: (end: string) => boolean) => boolean;

/** Only what touches the namespaces of the example counts: others may call one another as they like. */
async function amongOthers(objects: readonly Manifest[], judged: readonly Manifest[], flows: readonly Flow[], counts: Filter): Promise<string[]> {
  const others = surroundings(objects, flows);
  const namespaces = workloadsOf(objects).map(({ metadata }) => metadata.namespace);
  const isInside = (end: string) => namespaces.includes(end.split('/')[0]);
  const got = await list(textOf([...judged, ...others.objects]));
  const nameOf = (end: End) => end.kind === 'pods' ? others.nameOf(end) : rendered(end);
  return differences(flows.map(flow => connection(flow, nameOf)), got.filter(each => counts(each, isInside)));
}

/** The same policies, as if they said nothing of the other direction. */
function oneSided(objects: readonly Manifest[], side: Side): Manifest[] {
  return objects.filter(({ kind, spec }) => kind !== 'NetworkPolicy' || spec.policyTypes.includes(side)).map(object => {
    if (object.kind !== 'NetworkPolicy') { return object; }
    const { ingress, egress, ...rest } = object.spec;
    return { ...object, spec: { ...rest, policyTypes: [side], ...(side === 'Ingress' ? { ingress } : { egress }) } };
  });
}

function rendered(end: End): string {
  switch (end.kind) {
    case 'workload': return `${end.namespace}/${end.name}[${end.of}]`;
    case 'pods': return `${end.namespace}/[pod with {${Object.entries(end.labels).map(([key, value]) => `${key}=${value}`).join(',')}}]`;
    case 'addresses': return end.range;
  }
}

const connection = ({ from, to, on }: Flow, nameOf: (end: End) => string): Connection => ({ src: nameOf(from), dst: nameOf(to), conn: on });

function differences(expected: readonly Connection[], got: readonly Connection[]): string[] {
  const pair = ({ src, dst }: Connection) => `${src} => ${dst}`;
  const byPair = (all: readonly Connection[]) => new Map(all.map(each => [pair(each), each.conn]));
  const [declared, open] = [byPair(expected), byPair(got)];
  return [...new Set([...declared.keys(), ...open.keys()])].sort().filter(each => declared.get(each) !== open.get(each))
    .map(each => `${each}: declared ${declared.get(each) ?? 'nothing'}, open ${open.get(each) ?? 'nothing'}`);
}

const textOf = (objects: readonly Manifest[]) => objects.map(object => yaml.stringify(object, { aliasDuplicateObjects: false })).join('---\n');
