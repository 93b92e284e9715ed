import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { debianTool } from './debian';
import { mustRun, run } from '../program';

/** Namespaces of this run alone: nothing of it reaches the networks of the machine. */
const APART = ['--net', '--mount', '--pid', '--fork', '--kill-child'];

/** A TCP server on each port, for both families, which sends back what it gets. */
const LISTEN = `for (const port of process.argv.slice(1)) {
  require("net").createServer(socket => { socket.on("error", () => undefined); socket.pipe(socket); }).listen({ port: Number(port), host: "::", ipv6Only: false });
}`;

/**
 * Hosts around one router, each a network namespace: `node` with a pod behind it, and a Service and a NodePort as kube-proxy translates them;
 * another node of the control plane; an API server; a stranger.
 */
const HOSTS = `
set -eu
mount -t tmpfs none /run; mkdir -p /run/netns
ip link set lo up; ip addr add 169.254.1.1/32 dev lo
sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
host() {
  ip netns add $1; ip -n $1 link set lo up
  ip link add v-$1 type veth peer name eth0 netns $1
  ip link set v-$1 up; ip -n $1 link set eth0 up
  ip addr add fe80::1/64 dev v-$1 nodad; ip route add 10.0.0.$2/32 dev v-$1; ip route add fd00::$2/128 dev v-$1
  ip -n $1 addr add 10.0.0.$2/32 dev eth0; ip -n $1 addr add fd00::$2/128 dev eth0 nodad
  ip -n $1 route add 169.254.1.1 dev eth0; ip -n $1 route add default via 169.254.1.1; ip -n $1 route add default via fe80::1 dev eth0
}
host node 11; host other-node 12; host api 20; host stranger 99
ip netns add pod; ip -n pod link set lo up
ip link add cali0 netns node type veth peer name eth0 netns pod
ip -n node link set cali0 up; ip -n node addr add 10.244.0.1/24 dev cali0
ip -n pod link set eth0 up; ip -n pod addr add 10.244.0.5/24 dev eth0; ip -n pod route add default via 10.244.0.1
ip route add 10.96.0.0/16 via 10.0.0.11 dev v-node onlink
ip netns exec node sysctl -qw net.ipv4.ip_forward=1
ip netns exec node nft -f - <<'NFT'
table ip kube-proxy {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    ip daddr 10.96.0.7 tcp dport 443 dnat to 10.0.0.11:2379
    tcp dport 30080 dnat to 10.244.0.5:8080
  }
  chain postrouting {
    type nat hook postrouting priority srcnat;
    ip saddr 10.244.0.0/24 oifname "eth0" masquerade
  }
}
NFT
listen() { host=$1; shift; ip netns exec $host "$NODE" -e "$LISTEN" "$@" & }
listen node 22 2379 2380 6443 9100; listen other-node 2379; listen pod 8080
reaches() { ip netns exec $1 timeout 1 bash -c "exec 3<>/dev/tcp/$2/$3" 2>/dev/null; }
until reaches node 127.0.0.1 9100 && reaches other-node 127.0.0.1 2379 && reaches pod 127.0.0.1 8080; do sleep 0.1; done
ask() { if reaches $1 $2 $3; then echo "$1 $2 $3: open"; else echo "$1 $2 $3: closed"; fi; }
`;

/** The program that loads tables, which few machines have. */
export const NFTABLES = debianTool('nftables');

async function withNft(): Promise<NodeJS.ProcessEnv> {
  const root = await NFTABLES.make(() => undefined);
  return { ...process.env, PATH: `${path.join(root, 'usr', 'sbin')}:${process.env.PATH}`, LD_LIBRARY_PATH: path.join(root, 'usr', 'lib', 'x86_64-linux-gnu') };
}

/** Why there can be no such hosts here; nothing where there can. */
export async function networksMissing(): Promise<string | undefined> {
  const env = await withNft();
  for (const [program, version] of [['nft', '--version'], ['ip', '-V'], ['unshare', '--version'], ['bash', '--version']]) {
    const said = await run(program, [version], { env }).then(({ status, stderr }) => status === 0 ? undefined : stderr, error => String(error));
    if (said !== undefined) { return `${program} is missing (packages iproute2, util-linux, bash): ${said}`; }
  }
  const { status, stderr } = await run('unshare', [...APART, ...asRoot(), 'sh', '-c', 'mount -t tmpfs none /run && ip link add probe0 type veth peer name probe1 && nft list ruleset'], { env });
  return status === 0 ? undefined : `this machine lets nobody make network namespaces: ${stderr}`;
}

/** Runs a script among these hosts, with the files in its directory, and gives the lines that it says. */
export async function amongHosts(script: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-firewall-'));
  try {
    for (const [name, text] of Object.entries(files)) { fs.writeFileSync(path.join(directory, name), text); }
    const env = { ...await withNft(), LISTEN, NODE: process.execPath };
    const said = await mustRun('unshare', [...APART, ...asRoot(), 'bash', '-c', `${HOSTS}${script}`], { cwd: directory, env, timeout: 180_000 });
    return said.trimEnd().split('\n');
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
}
