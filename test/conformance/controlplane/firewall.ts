import { App, Chart } from 'cdk8s';
import { amongHosts, networksMissing } from './networks';
import { mustBe } from './node';
import { NodeFirewall, NodeFirewallProps } from '../../../src/host/node-firewall';
import { NodeRole } from '../../../src/host/node-role';
import type { Report } from '../report';

const MEMBERS = ['10.0.0.11/32', '10.0.0.12/32'];
const PROPS: NodeFirewallProps = {
  role: NodeRole.CONTROL_PLANE,
  nodes: [...MEMBERS, 'fd00::11/128', 'fd00::12/128'],
  ports: [
    { port: 2379, from: [...MEMBERS, '10.0.0.20/32', 'fd00::12/128', 'fd00::20/128'] },
    { port: 2380, from: [...MEMBERS, 'fd00::12/128'] },
    { port: 6443, from: ['10.0.0.0/24', '10.244.0.0/16', 'fd00::/64'] },
  ],
};

/** Who asks for what, and what becomes of it before and behind the firewall. */
const QUESTIONS: readonly (readonly [string, string, number, 'open' | 'closed'])[] = [
  ['api', '10.0.0.11', 2379, 'open'],
  ['api', '10.0.0.11', 2380, 'closed'],
  ['api', 'fd00::11', 2379, 'open'],
  ['api', 'fd00::11', 2380, 'closed'],
  ['other-node', '10.0.0.11', 2379, 'open'],
  ['other-node', '10.0.0.11', 2380, 'open'],
  ['other-node', 'fd00::11', 2380, 'open'],
  ['stranger', '10.0.0.11', 2379, 'closed'],
  ['stranger', '10.0.0.11', 2380, 'closed'],
  ['stranger', 'fd00::11', 2379, 'closed'],
  ['stranger', 'fd00::11', 2380, 'closed'],
  // As a Service would have it, translated to the node behind the first hook.
  ['stranger', '10.96.0.7', 443, 'closed'],
  ['api', '10.96.0.7', 443, 'open'],
  ['pod', '10.0.0.11', 2379, 'closed'],
  ['pod', '10.244.0.1', 2379, 'closed'],
  // The node would put its own address, which may connect, in the place of the pod's.
  ['pod', '10.0.0.12', 2379, 'closed'],
  ['pod', '10.0.0.11', 6443, 'open'],
  ['node', '127.0.0.1', 2379, 'open'],
  ['node', '10.0.0.11', 2379, 'open'],
  ['node', '10.0.0.12', 2379, 'open'],
  // Nobody is locked out, and nothing else is changed.
  ['stranger', '10.0.0.11', 22, 'open'],
  ['stranger', 'fd00::11', 22, 'open'],
  ['stranger', '10.0.0.11', 9100, 'open'],
  ['stranger', '10.0.0.11', 6443, 'open'],
  ['stranger', '10.0.0.11', 30080, 'open'],
];

/** Real packets between network namespaces, before and behind the table. */
export async function firewallHolds(report: Report): Promise<void> {
  const missing = await networksMissing();
  if (missing !== undefined) {
    // Where everything is to be proved, a firewall that nobody has seen work is a failure.
    if (process.env.CI && /is missing/.test(missing)) { report.fail('nodes with a firewall', missing); } else { report.skip('nodes with a firewall', missing); }
    return;
  }
  const asked = QUESTIONS.map(([from, to, port]) => `ask ${from} ${to} ${port}`).join('\n');
  const before = await amongHosts(asked, {});
  await report.check('without the firewall everything is reached, so that what it closes was open', () => {
    mustBe(before.join('\n'), QUESTIONS.map(([from, to, port]) => `${from} ${to} ${port}: open`).join('\n'));
  });
  const behind = await amongHosts(`ip netns exec node nft -f firewall.nft\n${asked}`, { 'firewall.nft': table(PROPS) });
  for (const [i, [from, to, port, expected]] of QUESTIONS.entries()) {
    await report.check(`${port} of ${to} is ${expected} for ${from}`, () => mustBe(behind[i], `${from} ${to} ${port}: ${expected}`));
  }
  await nodePorts(report);
  await loading(report);
}

async function nodePorts(report: Report): Promise<void> {
  const guarded = table({ ...PROPS, nodePortClients: ['10.0.0.20/32'] });
  const said = await amongHosts('ip netns exec node nft -f firewall.nft\nask api 10.0.0.11 30080\nask stranger 10.0.0.11 30080', { 'firewall.nft': guarded });
  await report.check('a NodePort is open for those who are named, and closed for others, though it is translated before the hook of input', () => {
    mustBe(said.join('\n'), 'api 10.0.0.11 30080: open\nstranger 10.0.0.11 30080: closed');
  });
}

/** How the table is loaded, and what is loaded beside it. */
async function loading(report: Report): Promise<void> {
  const files = {
    'firewall.nft': table(PROPS),
    'other.nft': table({ ...PROPS, name: 'other', ports: [{ port: 9100, from: MEMBERS }] }),
    'broken.nft': table({ ...PROPS, ports: [{ port: 22, from: MEMBERS }] }).replace('counter drop', 'counter dorp'),
  };
  const load = (name: string) => `ip netns exec node nft -f ${name}.nft`;
  const list = (name: string, ...tables: string[]) => `ip netns exec node nft -s list ${tables.length > 0 ? `table ${tables.join(' ')}` : 'ruleset'} > ${name}`;
  const same = (what: string, a: string, b: string) => `if cmp -s ${a} ${b}; then echo "${what}: same"; else echo "${what}: differs"; fi`;
  const said = await amongHosts([
    'if ip netns exec node nft -c -f firewall.nft; then echo "checked"; fi',
    list('kube-before', 'ip kube-proxy'),
    // A connection that stands before the table is loaded.
    'ip netns exec stranger bash -c \'exec 3<>/dev/tcp/10.0.0.11/2379; touch stands; while [ ! -e loaded ]; do sleep 0.1; done; echo still >&3; read -t 3 answer <&3; echo "a connection that stands: $answer" > answered\' &',
    'until [ -e stands ]; do sleep 0.1; done',
    load('firewall'),
    'touch loaded; until [ -e answered ]; do sleep 0.1; done; cat answered',
    list('first'),
    load('firewall'),
    list('second'),
    same('loaded twice', 'first', 'second'),
    `if ${load('broken')} 2>/dev/null; then echo "broken: loaded"; else echo "broken: refused"; fi`,
    list('third'),
    same('after a broken one', 'first', 'third'),
    load('other'),
    'ask stranger 10.0.0.11 9100; ask stranger 10.0.0.11 2379; ask stranger 10.0.0.11 22; ask api 10.0.0.11 2379',
    list('kube-after', 'ip kube-proxy'),
    same('tables of kube-proxy', 'kube-before', 'kube-after'),
    'ip netns exec node nft delete table inet cdk8s-hardened-other; ip netns exec node nft delete table inet cdk8s-hardened-firewall',
    'ask stranger 10.0.0.11 2379',
  ].join('\n'), files);
  await report.check('the table passes nft --check, is loaded as a whole and any number of times, lives beside others, and goes without a trace', () => {
    mustBe(said.join('\n'), [
      'checked', 'a connection that stands: still', 'loaded twice: same', 'broken: refused', 'after a broken one: same',
      'stranger 10.0.0.11 9100: closed', 'stranger 10.0.0.11 2379: closed', 'stranger 10.0.0.11 22: open', 'api 10.0.0.11 2379: open',
      'tables of kube-proxy: same', 'stranger 10.0.0.11 2379: open',
    ].join('\n'));
  });
}

function table(props: NodeFirewallProps): string {
  return new NodeFirewall(new Chart(new App(), 'cluster'), 'firewall', props).bundle.files.find(({ path }) => path.endsWith('.nft'))!.content;
}
