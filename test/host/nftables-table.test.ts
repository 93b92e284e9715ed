import { checkGuardedPorts, checkRanges } from '../../src/host/guarded-port';
import { FirewallPlan, nftablesText, tableName } from '../../src/host/nftables-table';
import { PortProtocol } from '../../src/kube/port';

const PLAN: FirewallPlan = {
  name: 'etcd',
  nodes: checkRanges('nodes', ['10.0.0.11/32', '10.0.0.12/32', 'fd00::11/128']),
  ports: checkGuardedPorts([{ port: 2379, from: ['10.0.0.12/32', '10.0.0.11/32', 'fd00::11/128'] }, { port: 7000, from: ['10.0.0.11/32'], protocol: PortProtocol.UDP }]),
};
const lines = (plan: FirewallPlan) => nftablesText(plan).split('\n').map(line => line.trim());
/** The lines of one chain. */
function chain(plan: FirewallPlan, name: string): string[] {
  const all = lines(plan);
  const start = all.indexOf(`chain ${name} {`);
  return start < 0 ? [] : all.slice(start + 1, all.indexOf('}', start));
}

test('the table takes the place of an old one of its own name, in one step, and names no other', () => {
  const text = nftablesText(PLAN);
  expect(lines(PLAN).slice(0, 4)).toEqual(['#!/usr/sbin/nft -f', 'table inet cdk8s-hardened-etcd', 'delete table inet cdk8s-hardened-etcd', 'table inet cdk8s-hardened-etcd {']);
  expect(text.match(/\btable \S+ \S+/g)!.map(found => found.split(' ').slice(1).join(' '))).toEqual(Array(3).fill(`inet ${tableName('etcd')}`));
  expect(text).not.toContain('flush');
  expect(text.endsWith('}\n')).toBe(true);
});

test('every chain lets pass what it does not name, and first of all what stands and what is local', () => {
  expect(lines(PLAN).filter(line => line.includes('policy'))).toEqual([
    'type filter hook input priority -10; policy accept;', 'type filter hook forward priority -10; policy accept;',
  ]);
  expect(chain(PLAN, 'input').slice(1)).toEqual(['ct state established,related accept', 'iif "lo" accept', 'jump guard']);
});

test('a port is open to those who are named, of both families, and then closed; no rule is about another port', () => {
  expect(chain(PLAN, 'guard')).toEqual([
    'tcp dport 2379 ip saddr @tcp-2379-v4 accept',
    'tcp dport 2379 ip6 saddr @tcp-2379-v6 accept',
    'tcp dport 2379 goto refuse',
    'udp dport 7000 ip saddr @udp-7000-v4 accept',
    'udp dport 7000 ip6 saddr @udp-7000-v6 accept',
    'udp dport 7000 goto refuse',
  ]);
  expect(lines(PLAN).filter(line => line.startsWith('set '))).toEqual([
    'set nodes-v4 { type ipv4_addr; flags interval; elements = { 10.0.0.11/32, 10.0.0.12/32 }; }',
    'set nodes-v6 { type ipv6_addr; flags interval; elements = { fd00::11/128 }; }',
    'set tcp-2379-v4 { type ipv4_addr; flags interval; elements = { 10.0.0.11/32, 10.0.0.12/32 }; }',
    'set tcp-2379-v6 { type ipv6_addr; flags interval; elements = { fd00::11/128 }; }',
    'set udp-7000-v4 { type ipv4_addr; flags interval; elements = { 10.0.0.11/32 }; }',
    'set udp-7000-v6 { type ipv6_addr; flags interval; }',
  ]);
});

test('pods are kept from the ports of other nodes too, while they still have their own addresses', () => {
  expect(chain(PLAN, 'forward').slice(1)).toEqual(['ct state established,related accept', 'ip daddr @nodes-v4 jump guard', 'ip6 daddr @nodes-v6 jump guard']);
});

test('who is turned away is counted, and told to the log, which it cannot fill', () => {
  expect(chain(PLAN, 'refuse')).toEqual(['limit rate 10/minute burst 20 packets log prefix "cdk8s-hardened-etcd: "', 'counter drop']);
});

test('NodePorts stay as they are, unless their callers are named: then they are judged before they are translated', () => {
  expect(chain(PLAN, 'node-ports')).toEqual([]);
  const guarded = { ...PLAN, nodePortClients: checkRanges('callers', ['192.0.2.0/24']) };
  expect(chain(guarded, 'node-ports')).toEqual([
    'type filter hook prerouting priority -150; policy accept;',
    'ct state established,related accept',
    'iif "lo" accept',
    'fib daddr type local meta l4proto { tcp, udp, sctp } th dport 30000-32767 ct state new ip saddr != @node-ports-v4 goto refuse',
    'fib daddr type local meta l4proto { tcp, udp, sctp } th dport 30000-32767 ct state new ip6 saddr != @node-ports-v6 goto refuse',
  ]);
  expect(lines(guarded)).toEqual(expect.arrayContaining(['set node-ports-v4 { type ipv4_addr; flags interval; elements = { 192.0.2.0/24 }; }', 'set node-ports-v6 { type ipv6_addr; flags interval; }']));
});
