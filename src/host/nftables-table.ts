import type { AddressRanges, CheckedPort } from './guarded-port';

/** What a table of nftables guards. */
export interface FirewallPlan {
  /** A DNS label. */
  readonly name: string;
  /** Addresses of the nodes themselves. */
  readonly nodes: AddressRanges;
  readonly ports: readonly CheckedPort[];
  /** Who reaches NodePorts; nothing where they stay as they are. */
  readonly nodePortClients?: AddressRanges;
}

/** The range that the API server takes NodePorts from unless it is told otherwise. */
export const NODE_PORTS = { first: 30_000, last: 32_767 };

const FAMILIES = [
  { key: 'v4', address: 'ip', type: 'ipv4_addr' },
  { key: 'v6', address: 'ip6', type: 'ipv6_addr' },
] as const;

/** The name of the table, which is nobody else's. */
export function tableName(name: string): string {
  return `cdk8s-hardened-${name}`;
}

/**
 * The table as a file for `nft -f`, which loads all of it or nothing: the first two lines make the old one go, whether there is one or not.
 *
 * Only new connections to the guarded ports are dropped, and every other packet goes on to whatever else judges it. They are judged where
 * Services are already translated, so that none of them is a way around; and on their way out to another node too, before the node puts
 * its own address in the place of a pod's.
 *
 * @see https://wiki.nftables.org/wiki-nftables/index.php/Netfilter_hooks
 */
export function nftablesText(plan: FirewallPlan): string {
  const table = tableName(plan.name);
  return [
    '#!/usr/sbin/nft -f',
    `table inet ${table}`,
    `delete table inet ${table}`,
    `table inet ${table} {`,
    ...sets(plan).map(line => `  ${line}`),
    '  chain input {',
    '    type filter hook input priority -10; policy accept;',
    ...PASSED.map(line => `    ${line}`),
    '    jump guard',
    '  }',
    '  chain forward {',
    '    type filter hook forward priority -10; policy accept;',
    `    ${ESTABLISHED}`,
    ...FAMILIES.map(({ key, address }) => `    ${address} daddr @nodes-${key} jump guard`),
    '  }',
    '  chain guard {',
    ...plan.ports.flatMap(guarded).map(line => `    ${line}`),
    '  }',
    ...refusal(table).map(line => `  ${line}`),
    ...nodePorts(plan).map(line => `  ${line}`),
    '}',
    '',
  ].join('\n');
}

const ESTABLISHED = 'ct state established,related accept';
const PASSED = [ESTABLISHED, 'iif "lo" accept'];

function sets({ nodes, ports, nodePortClients }: FirewallPlan): string[] {
  const named: [string, AddressRanges][] = [['nodes', nodes], ...ports.map(port => [setName(port), port.from] as [string, AddressRanges])];
  if (nodePortClients) { named.push(['node-ports', nodePortClients]); }
  return named.flatMap(([name, ranges]) => FAMILIES.map(({ key, type }) => {
    const elements = ranges[key].length > 0 ? `; elements = { ${ranges[key].join(', ')} }` : '';
    return `set ${name}-${key} { type ${type}; flags interval${elements}; }`;
  }));
}

function guarded(port: CheckedPort): string[] {
  const matched = `${port.protocol.toLowerCase()} dport ${port.port}`;
  return [...FAMILIES.map(({ key, address }) => `${matched} ${address} saddr @${setName(port)}-${key} accept`), `${matched} goto refuse`];
}

function setName({ port, protocol }: CheckedPort): string {
  return `${protocol.toLowerCase()}-${port}`;
}

/** Who is turned away is told to the log, but cannot fill it. */
function refusal(table: string): string[] {
  return ['chain refuse {', `  limit rate 10/minute burst 20 packets log prefix "${table}: "`, '  counter drop', '}'];
}

/** A NodePort is translated before the hook of input, and so is judged before that. */
function nodePorts({ nodePortClients }: FirewallPlan): string[] {
  if (!nodePortClients) { return []; }
  const matched = `fib daddr type local meta l4proto { tcp, udp, sctp } th dport ${NODE_PORTS.first}-${NODE_PORTS.last} ct state new`;
  return [
    'chain node-ports {',
    '  type filter hook prerouting priority -150; policy accept;',
    ...PASSED.map(line => `  ${line}`),
    ...FAMILIES.map(({ key, address }) => `  ${matched} ${address} saddr != @node-ports-${key} goto refuse`),
    '}',
  ];
}
