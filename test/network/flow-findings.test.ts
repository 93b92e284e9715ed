import { Chart } from 'cdk8s';
import { findings, manifest, shop, workload } from './shop';
import { ClusterDns } from '../../src/kube/cluster-dns';
import { Cni } from '../../src/kube/cni';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External, KubeApi, Nodes } from '../../src/network/external';
import { FlowPeer } from '../../src/network/peer';
import { Monitoring, Pods } from '../../src/network/pods';
import { Session } from '../../src/policy/session';
import { Health } from '../../src/workload/health';

const calling = (to: FlowPeer, waivers: { rule: string; reason: string }[] = []): Chart => {
  const { chart, namespace } = shop();
  workload(namespace, 'web', { waivers }).connections.allowTo(to, { port: 80 });
  return chart;
};

describe('the metadata service of clouds', () => {
  const finding = (cidr: string) => '[shop/shop/web] metadata-address-closed: flow of "web" opens the metadata service of the cloud, where whoever asks receives '
    + `the node's credentials: got "${cidr}", expected a range without 169.254.169.254 and fd00:ec2::254; `
    + 'leave it out with except, or waive metadata-address-closed with the reason';

  test.each([
    '0.0.0.0/0', '169.254.169.254/32', '169.254.0.0/16', '128.0.0.0/1', '::/0', 'fd00:ec2::254/128', 'fc00::/7',
  ])('%s opens it', cidr => {
    expect(findings(calling(External.cidr(cidr)))).toEqual([finding(cidr)]);
  });

  test('is opened by nodes and the API server of any address too', () => {
    expect(findings(calling(Nodes.cidrs(['0.0.0.0/0'])))).toEqual([finding('0.0.0.0/0')]);
    expect(findings(calling(KubeApi.cidrs(['10.0.0.1/32', '::/0'])))).toEqual([finding('::/0')]);
  });

  test('stays closed where it is left out, alone or with its range', () => {
    expect(findings(calling(External.cidr('0.0.0.0/0', { except: ['169.254.169.254/32'] })))).toEqual([]);
    expect(findings(calling(External.cidr('169.254.0.0/16', { except: ['169.254.128.0/17'] })))).toEqual([]);
    expect(findings(calling(External.cidr('fd00:ec2::/32', { except: ['fd00:ec2::/64'] })))).toEqual([]);
  });

  test('is open if another range leaves out something else', () => {
    expect(findings(calling(External.cidr('169.254.0.0/16', { except: ['169.254.0.0/17'] })))).toEqual([finding('169.254.0.0/16')]);
  });

  test('is opened by one of two flows, though the other leaves it out: a policy cannot subtract', () => {
    const { chart, namespace } = shop();
    const web = workload(namespace, 'web');
    web.connections.allowTo(External.internet(), { port: 80 });
    web.connections.allowTo(External.cidr('169.254.169.254/32'), { port: 80 });
    web.connections.allowTo(External.cidr('169.254.169.254/32'), { port: 8080 });
    expect(findings(chart)).toEqual([finding('169.254.169.254/32')]);
  });

  test('is no matter of who may call', () => {
    const { chart, namespace } = shop();
    workload(namespace, 'web').connections.allowFrom(External.cidr('0.0.0.0/0'));
    expect(findings(chart)).toEqual([]);
  });

  test('is not opened by the internet, in either family', () => {
    const { chart, namespace } = shop({ ipv6: true });
    workload(namespace, 'web').connections.allowTo(External.internet(), { port: 80 });
    expect(findings(chart)).toEqual([]);
  });

  test('may be opened with a waiver, which is written on the Deployment', () => {
    const chart = calling(External.cidr('169.254.169.254/32'), [{ rule: 'metadata-address-closed', reason: 'It reads its own zone.' }]);
    expect(findings(chart)).toEqual([]);
    expect(manifest(chart, 'Deployment', 'web').metadata.annotations).toMatchObject({ 'waiver.cdk8s-hardened/metadata-address-closed': 'It reads its own zone.' });
    expect(manifest(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([{ to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ port: 80, protocol: 'TCP' }] }]);
  });
});

test('a waiver of the metadata service that no flow needs is told, and one that a flow needs is not', () => {
  const unused = (chart: Chart) => {
    const session = Session.of(chart);
    session.seal();
    const run = session.audit();
    return session.settle(run.conclude()).findings.filter(({ rule }) => rule === 'waiver-used').map(({ message }) => message);
  };
  const waivers = [{ rule: 'metadata-address-closed', reason: 'It reads its own zone.' }];
  expect(unused(calling(External.cidr('203.0.113.0/24'), waivers))).toEqual([
    'waiver of "metadata-address-closed" is not used: expected something that departs from the rule; remove it',
  ]);
  expect(unused(calling(External.cidr('169.254.169.254/32'), waivers))).toEqual([]);
});

describe('pods that are named by labels', () => {
  const finding = (what: string, labels: string) => `[shop/shop/web] flow-opens-both-sides: flow of "web" names ${what} by labels, `
    + `and the app makes that namespace itself: got ${labels}, expected the workload; pass the workload instead of labels, so that both sides are opened`;

  test('in a namespace of the app have a side that nobody opens', () => {
    const { chart, namespace } = shop();
    const web = workload(namespace, 'web');
    web.connections.allowTo(Pods.inNamespace('shop', { app: 'db' }), { port: 5432 });
    web.connections.allowFrom(Monitoring.pods('late', { app: 'prometheus' }));
    new SecureNamespace(chart, 'late');
    expect(findings(chart)).toEqual([finding('pods in shop', '{"app":"db"}'), finding('monitoring in late', '{"app":"prometheus"}')]);
  });

  test('in a namespace that is imported or unknown are the business of others', () => {
    const { chart, namespace } = shop();
    SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED });
    const web = workload(namespace, 'web');
    web.connections.allowTo(Pods.inNamespace('theirs', { app: 'db' }), { port: 5432 });
    web.connections.allowTo(Pods.inNamespace('unknown', { app: 'db' }), { port: 5432 });
    expect(findings(chart)).toEqual([]);
  });
});

describe('the VPC CNI of AWS', () => {
  const moved = (cni: Cni, ports: { number: number; servicePort?: number; name?: string }[]) => {
    const { chart, namespace } = shop({ cni });
    const db = workload(namespace, 'db', {
      ports, sidecars: [{ name: 'exporter', image: 'registry.example.com/exporter:1', ports: [{ number: 9100, name: 'export' }], health: Health.tcp() }],
    });
    const web = workload(namespace, 'web');
    ports.forEach(({ number }) => web.connections.allowTo(db, { port: number }));
    web.connections.allowTo(db, { portName: 'export' });
    return findings(chart);
  };

  test('enforces a flow only where the Service\'s port equals the container\'s', () => {
    expect(moved(Cni.AWS_VPC_CNI, [{ number: 8080, servicePort: 80, name: 'web' }, { number: 9090, name: 'metrics' }])).toEqual([
      '[shop/shop/db] service-port-equals-container-port: the VPC CNI of AWS would drop the flow from "web" to "db": '
      + 'got {"servicePort":80,"port":8080}, expected a Service port that equals the container\'s; leave servicePort out',
    ]);
  });

  test('has nothing against equal ports, nor against a sidecar, to which no Service leads', () => {
    expect(moved(Cni.AWS_VPC_CNI, [{ number: 8080 }])).toEqual([]);
  });

  test.each([Cni.GENERIC, Cni.CALICO, Cni.CILIUM])('is alone in this: %s does not care', cni => {
    expect(moved(cni, [{ number: 8080, servicePort: 80 }])).toEqual([]);
  });

  const blocks = (cni: Cni, flows: readonly (readonly [FlowPeer, number])[]) => {
    const { chart, namespace } = shop({ cni, ipv6: true, clusterDns: ClusterDns.openshift() });
    const web = workload(namespace, 'web');
    flows.forEach(([to, port]) => web.connections.allowTo(to, { port }));
    return findings(chart);
  };
  const merged = (cidr: string) => '[shop/shop/web] address-blocks-apart: the VPC CNI of AWS merges the ports of overlapping blocks in the flows of "web": '
    + `got "${cidr}", expected blocks that do not overlap, or one set of ports; narrow one of the blocks`;

  test.each<[string, [FlowPeer, number][], string]>([
    ['one inside the other', [[External.cidr('203.0.113.0/24'), 443], [External.cidr('203.0.113.8/29'), 80]], '203.0.113.8/29'],
    ['the internet and a part of it', [[External.internet(), 443], [External.cidr('203.0.113.0/24'), 80]], '203.0.113.0/24'],
    ['one more port on the inner one',
      [[External.cidr('203.0.113.0/24'), 443], [External.cidr('203.0.113.8/29'), 443], [External.cidr('203.0.113.8/29'), 80]], '203.0.113.8/29'],
    ['of IPv6', [[External.cidr('2001:db8::/32'), 443], [External.cidr('2001:db8:1::/48'), 80]], '2001:db8:1::/48'],
    ['the same but for what is left out', [[External.cidr('203.0.113.0/24'), 443], [External.cidr('203.0.113.0/24', { except: ['203.0.113.0/32'] }), 80]],
      '203.0.113.0/24'],
  ])('merges the ports of overlapping blocks: %s', (_, flows, cidr) => {
    expect(blocks(Cni.AWS_VPC_CNI, flows)).toEqual([merged(cidr)]);
    expect(blocks(Cni.CALICO, flows)).toEqual([]);
  });

  test.each<[string, [FlowPeer, number][]]>([
    ['with equal ports', [[External.cidr('203.0.113.0/24'), 443], [External.cidr('203.0.113.8/29'), 443]]],
    ['that lie apart', [[External.cidr('203.0.113.0/24'), 443], [External.cidr('203.0.112.0/24'), 80]]],
    ['that are one, whose ports stand in one rule', [[KubeApi.cidrs(['10.0.0.1/32', '10.96.0.1/32']), 6443], [KubeApi.cidrs(['10.0.0.1/32', '10.96.0.1/32']), 443]]],
    ['that are the internet, on two ports', [[External.internet(), 443], [External.internet(), 80]]],
  ])('keeps apart blocks %s', (_, flows) => {
    expect(blocks(Cni.AWS_VPC_CNI, flows)).toEqual([]);
  });
});
