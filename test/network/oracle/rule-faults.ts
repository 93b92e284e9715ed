import { Block } from './address';
import { PROTOCOLS } from './connections';
import { FaultKind, gains, loses, Site } from './fault-site';
import { SeededRandom } from './random';
import { asksForLabels } from './selector';
import { lookAlikes, namespaceOf, ODD_SPANS, podsOf, someLabels, Someone, Span, STRANGERS, Subject, UNLABELLED, Witness } from './witness';

/** A rule, and how to find it again in a copy of its policy. */
interface Place {
  readonly subject: Subject;
  readonly peersField: 'from' | 'to';
  readonly what: string;
  readonly rule: any;
  readonly rulesIn: (policy: any) => any[];
  readonly index: number;
}

/**
 * Faults in the rules of a policy. Left out, because they may mean the same:
 *
 * - rules in a direction that `policyTypes` does not list: they are void
 * - named ports: what they mean is decided by the pods
 * - a peer without its `namespaceSelector` where that named the policy's own namespace
 * - wider selectors where the narrow one already let everyone in (`NotIn` and `DoesNotExist` ask for no label)
 * - the only peer or port of a list: an empty list means everyone or everything, which is a kind of its own
 * - whatever another rule may grant as well
 */
export function ruleSites(policy: any, random: SeededRandom): Site[] {
  const types = (['Ingress', 'Egress'] as const).filter(type => policy.spec.policyTypes?.includes(type));
  return types.flatMap(type => placesIn(policy, type)).flatMap(place => sitesOf(place, random));
}

/** One connection or more for each that a policy grants for sure. */
export function connectionsOf(policy: any, type: Subject['type']): Witness[] {
  return placesIn(policy, type).flatMap(place => connections(place, partiesOf(place, peersOf(place)), spans(place.rule.ports ?? [])));
}

function placesIn({ metadata, spec }: any, type: Subject['type']): Place[] {
  const [rules, peersField] = type === 'Ingress' ? ['ingress', 'from'] as const : ['egress', 'to'] as const;
  const subject = { type, namespace: namespaceOf(metadata), labels: someLabels(spec.podSelector) };
  return (spec[rules] ?? []).map((rule: any, index: number) => ({
    subject, peersField, rule, index, what: `${rules}[${index}] of ${subject.namespace}/${metadata.name}`, rulesIn: (copy: any) => copy.spec[rules],
  }));
}

function peersOf({ rule, peersField }: Place): readonly any[] {
  return rule[peersField] ?? [];
}

function sitesOf(place: Place, random: SeededRandom): Site[] {
  const { rule, peersField, index, rulesIn, what } = place;
  const [peers, ports]: (readonly any[])[] = [peersOf(place), rule.ports ?? []];
  const dropRule: Site = {
    kind: 'drop rule',
    what,
    change: copy => { rulesIn(copy).splice(index, 1); return [copy]; },
    differs: loses(connections(place, partiesOf(place, peers), spans(ports))),
  };
  return [
    dropRule,
    ...when(peers.length > 0, site(place, 'drop peers', '', r => { delete r[peersField]; }, gains(connections(place, STRANGERS, spans(ports))))),
    ...when(ports.length > 0, site(place, 'drop ports', '', r => { delete r.ports; }, gains(connections(place, partiesOf(place, peers), ODD_SPANS)))),
    ...peers.flatMap((peer, i) => [
      ...when(peers.length > 1, site(place, 'drop peer', `${i}`, r => { r[peersField].splice(i, 1); }, loses(connections(place, partiesOf(place, [peer]), spans(ports))))),
      ...peer.ipBlock ? addressSites(place, peer.ipBlock, i) : selectorSites(place, peer, i),
    ]),
    ...ports.flatMap((port, i) => portSites(place, port, i, random)),
  ];
}

function selectorSites(place: Place, peer: any, i: number): Site[] {
  const { namespaceSelector, podSelector } = peer;
  const ports = spans(place.rule.ports ?? []);
  const itself = loses(connections(place, partiesOf(place, [peer]), ports));
  const elsewhere = gains(connections(place, [lookAlikes(peer)], ports));
  const unlabelled = gains(connections(place, [{ ...podsOf(peer, place.subject.namespace), labels: UNLABELLED }], ports));
  const [both, asks] = [namespaceSelector && podSelector, asksForLabels(podSelector)];
  const edit = (kind: FaultKind, differs: Site['differs'], change: (peer: any, peers: any[]) => void) =>
    site(place, kind, `peer ${i}`, rule => change(rule[place.peersField][i], rule[place.peersField]), differs);
  return [
    ...when(both, edit('remove namespaceSelector', itself, p => { delete p.namespaceSelector; })),
    ...when(!namespaceSelector || asksForLabels(namespaceSelector), edit('empty namespaceSelector', elsewhere, p => { p.namespaceSelector = {}; })),
    ...when(both && asks, edit('remove podSelector', unlabelled, p => { delete p.podSelector; })),
    ...when(asks, edit('empty podSelector', unlabelled, p => { p.podSelector = {}; })),
    ...when(both && asks, edit('split peer', unlabelled, (p, peers) => { peers.splice(i, 1, { namespaceSelector: p.namespaceSelector }, { podSelector: p.podSelector }); })),
  ];
}

function addressSites(place: Place, { cidr, except = [] }: any, i: number): Site[] {
  const block = Block.read(cidr);
  const opens = (opened: Block) => gains(connections(place, [{ block: opened }], spans(place.rule.ports ?? [])));
  const blockIn = (rule: any) => rule[place.peersField][i].ipBlock;
  const excepted: Block[] = except.map((part: string) => Block.read(part));
  return [
    ...block.prefix === 0 ? [] : [
      site(place, 'widen cidr', `peer ${i} to ${block.wider.cidr}`, rule => { blockIn(rule).cidr = block.wider.cidr; }, opens(block.sibling)),
    ],
    ...excepted.flatMap((part, j) => when(
      !excepted.some((other, k) => k !== j && other.overlaps(part)),
      site(place, 'drop except', `${part.cidr} of peer ${i}`, rule => { blockIn(rule).except.splice(j, 1); }, opens(part)),
    )),
  ];
}

function portSites(place: Place, port: any, i: number, random: SeededRandom): Site[] {
  const { protocol = 'TCP', port: number, endPort } = port;
  const parties = partiesOf(place, peersOf(place));
  const without = loses(connections(place, parties, spans([port])));
  const sites = when(place.rule.ports.length > 1, site(place, 'drop port', `${i}`, rule => { rule.ports.splice(i, 1); }, without));
  const edit = (kind: FaultKind, fields: any, differs: Site['differs']) =>
    sites.push(site(place, kind, `port ${i} to ${JSON.stringify(fields)}`, rule => Object.assign(rule.ports[i], fields), differs));
  if (typeof number === 'string') { return sites; }
  edit('change protocol', { protocol: random.pick(PROTOCOLS.filter(other => other !== protocol)) }, without);
  if (number === undefined) { return sites; }
  const other = endPort === undefined ? (number + random.below(65534)) % 65535 + 1 : number + 1;
  if (endPort === undefined || number < endPort) {
    edit('change port', { port: other }, loses(connections(place, parties, [{ protocol, first: number, last: number }])));
  }
  if (endPort === undefined && number < 65535) {
    const end = number + 1 + random.below(Math.min(1000, 65535 - number));
    edit('add endPort', { endPort: end }, gains(connections(place, parties, [{ protocol, first: number + 1, last: end }])));
  }
  return sites;
}

function connections({ subject }: Place, parties: readonly Someone[], ports: readonly Span[]): Witness[] {
  return parties.flatMap(other => ports.map(span => ({ subject, other, span })));
}

/** Somebody that each peer lets in; whoever it is, where no peer stands. */
function partiesOf({ subject }: Place, peers: readonly any[]): Someone[] {
  return peers.length === 0 ? [...STRANGERS] : peers.flatMap((peer): Someone[] => {
    if (!peer.ipBlock) { return [podsOf(peer, subject.namespace)]; }
    const block = Block.read(peer.ipBlock.cidr);
    const excepted = (peer.ipBlock.except ?? []).reduce((sum: bigint, part: string) => sum + Block.read(part).size, 0n);
    return excepted < block.size ? [{ block }] : [];
  });
}

/** What each port opens; something of everything, where no port stands. */
function spans(ports: readonly any[]): readonly Span[] {
  return ports.length === 0 ? ODD_SPANS : ports.flatMap(({ protocol = 'TCP', port, endPort }): Span[] => {
    if (typeof port === 'string') { return []; }
    return [port === undefined ? { protocol, first: 1, last: 65535 } : { protocol, first: port, last: endPort ?? port }];
  });
}

function when<T>(condition: unknown, value: T): T[] {
  return condition ? [value] : [];
}

function site({ rulesIn, index, what }: Place, kind: FaultKind, detail: string, change: (rule: any) => void, differs: Site['differs']): Site {
  return { kind, what: detail === '' ? what : `${detail} in ${what}`, change: copy => { change(rulesIn(copy)[index]); return [copy]; }, differs };
}
