import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as yaml from 'yaml';

const EXAMPLES = path.join(__dirname, '..', 'examples');
const topics = fs.readdirSync(EXAMPLES, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort();
const MOST_LINES = 150;

const fileOf = (topic: string, name: string) => path.join(EXAMPLES, topic, name);
const textOf = (topic: string, name: string) => fs.readFileSync(fileOf(topic, name), 'utf8');

/** Runs an example as cdk8s-cli does, which says by environment where to write; its charts are joined in the order of their files. */
function outputOf(topic: string): { readonly manifests: string; readonly nodes?: string } {
  const { nodesIn } = jest.requireActual('../examples/program');
  const before = process.env.CDK8S_OUTDIR;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-hardened-'));
  const outdir = path.join(directory, 'dist');
  try {
    process.env.CDK8S_OUTDIR = outdir;
    jest.isolateModules(() => { jest.requireActual(fileOf(topic, 'main.ts')); });
    const files = fs.readdirSync(outdir).filter(file => file.endsWith('.yaml')).sort();
    const manifests = files.map(file => fs.readFileSync(path.join(outdir, file), 'utf8')).join('---\n');
    return { manifests, nodes: nodesIn(path.join(directory, 'hardened.out', 'nodes')) };
  } finally {
    if (before === undefined) { delete process.env.CDK8S_OUTDIR; } else { process.env.CDK8S_OUTDIR = before; }
    fs.rmSync(directory, { recursive: true });
  }
}

test('the examples are numbered, and none is missing', () => {
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.map(topic => topic.slice(0, 3))).toEqual(topics.map((_, i) => `${String(i + 1).padStart(2, '0')}-`));
});

test.each(topics)('%s makes its expected.yaml, to the byte, and its files for nodes with their modes, where it has some', topic => {
  const { manifests, nodes } = outputOf(topic);
  expect(manifests).toBe(textOf(topic, 'expected.yaml'));
  expect(nodes).toBe(fs.existsSync(fileOf(topic, 'expected.nodes.yaml')) ? textOf(topic, 'expected.nodes.yaml') : undefined);
});

test.each(topics)('%s is a project that cdk8s-cli can synthesize, and short enough to be read', topic => {
  expect(yaml.parse(textOf(topic, 'cdk8s.yaml'))).toMatchObject({ language: 'typescript', app: expect.stringContaining('main.ts') });
  expect(textOf(topic, 'main.ts').trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  expect(textOf(topic, 'main.ts')).toContain("from 'cdk8s-hardened'");
});

describe('Online Boutique', () => {
  /** Who calls whom on which port of its pods, as the programs of the release do. */
  const CALLS = [
    'cartservice > redis-cart:6379',
    'checkoutservice > cartservice:7070',
    'checkoutservice > currencyservice:7000',
    'checkoutservice > emailservice:8080',
    'checkoutservice > paymentservice:50051',
    'checkoutservice > productcatalogservice:3550',
    'checkoutservice > shippingservice:50051',
    'frontend > adservice:9555',
    'frontend > cartservice:7070',
    'frontend > checkoutservice:5050',
    'frontend > currencyservice:7000',
    'frontend > productcatalogservice:3550',
    'frontend > recommendationservice:8080',
    'frontend > shippingservice:50051',
    'loadgenerator > frontend:8080',
    'recommendationservice > productcatalogservice:3550',
  ];
  const FROM_OUTSIDE = 'traefik/traefik > frontend:8080';
  const DNS = ['53/UDP', '53/TCP'];

  const objects: any[] = yaml.parseAllDocuments(textOf('02-online-boutique', 'expected.yaml')).map(document => document.toJS());
  const policies = objects.filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name !== 'default-deny');
  const nameOf = (peer: any): string => {
    const namespace = peer.namespaceSelector.matchLabels['kubernetes.io/metadata.name'];
    const [name] = Object.values<string>(peer.podSelector.matchLabels);
    return namespace === 'online-boutique' ? name : `${namespace}/${name}`;
  };
  const isDns = (rule: any) => rule.ports.map((each: any) => `${each.port}/${each.protocol}`).join() === DNS.join();

  /** What one side of a policy opens, as the names of the other ends with the ports. */
  const opened = (rules: any[] | undefined, side: 'from' | 'to'): [string, string][] => (rules ?? [])
    .filter(rule => !isDns(rule))
    .flatMap(rule => rule.ports.flatMap((each: any) => rule[side]
      .map((peer: any) => [nameOf(peer), each.protocol === 'TCP' ? String(each.port) : `${each.port}/${each.protocol}`])));

  test('callers may make exactly the calls that the programs make', () => {
    const out = policies.flatMap(({ metadata: { name }, spec }) => opened(spec.egress, 'to').map(([to, port]) => `${name} > ${to}:${port}`));
    expect(out.sort()).toEqual(CALLS);
  });

  test('services may be called exactly as the programs call them, and the frontend by the ingress controller', () => {
    const into = policies.flatMap(({ metadata: { name }, spec }) => opened(spec.ingress, 'from').map(([from, port]) => `${from} > ${name}:${port}`));
    expect(into.sort()).toEqual([...CALLS, FROM_OUTSIDE]);
  });

  test('only who calls a service may resolve names', () => {
    const resolvers = policies.filter(({ spec }) => (spec.egress ?? []).some(isDns)).map(({ metadata }) => metadata.name);
    expect(resolvers.sort()).toEqual([...new Set(CALLS.map(call => call.split(' ')[0]))]);
  });

  test('every workload of the release runs, under an identity of its own', () => {
    const workloads = objects.filter(({ kind }) => kind === 'Deployment');
    expect(workloads).toHaveLength(12);
    expect(workloads.map(({ spec }) => spec.template.spec.serviceAccountName)).toEqual(workloads.map(({ metadata }) => metadata.name));
  });

  describe('its summary', () => {
    const { guarantees } = jest.requireActual('../examples/guarantees');
    const copy = () => structuredClone(objects);
    const find = (list: any[], kind: string, name: string) => list.find(each => each.kind === kind && each.metadata.name === name);
    const container = (list: any[]) => find(list, 'Deployment', 'frontend').spec.template.spec.containers[0];
    const missed = (list: any[]) => guarantees(list).rows.filter((row: any) => row.met + row.waived < row.all).map((row: any) => row.what.split(/[ ,;:(]/, 3).join(' '));

    test('finds everything in order', () => {
      expect(guarantees(objects).holds).toBe(true);
      expect(missed(objects)).toEqual([]);
    });

    test.each<[string, (list: any[]) => void, string]>([
      ['a privileged container', list => { container(list).securityContext.privileged = true; }, 'meet Pod Security'],
      ['an added capability', list => { container(list).securityContext.capabilities.add = ['SYS_ADMIN']; }, 'meet Pod Security'],
      ['a volume of the host', list => { find(list, 'Deployment', 'frontend').spec.template.spec.volumes.push({ name: 'etc', hostPath: { path: '/etc' } }); }, 'meet Pod Security'],
      ['a token', list => { find(list, 'Deployment', 'frontend').spec.template.spec.automountServiceAccountToken = true; }, 'have an identity'],
      ['the default account', list => { find(list, 'Deployment', 'adservice').spec.template.spec.serviceAccountName = 'default'; }, 'have an identity'],
      ['a shared account', list => { find(list, 'Deployment', 'adservice').spec.template.spec.serviceAccountName = 'frontend'; }, 'have an identity'],
      ['a writable root', list => { container(list).securityContext.readOnlyRootFilesystem = false; }, 'cannot change their'],
      ['a missing limit', list => { delete container(list).resources.limits.memory; }, 'have bounds for'],
      ['a moving tag', list => { container(list).image = 'docker.io/library/nginx:latest'; }, 'name their image'],
      ['no tag on a port', list => { container(list).image = 'registry.example.com:5000/nginx'; }, 'name their image'],
      ['a missing probe', list => { delete container(list).readinessProbe; }, 'are asked whether'],
    ])('notices %s', (_, spoil, row) => {
      const spoilt = copy();
      spoil(spoilt);
      expect(missed(spoilt)).toEqual([row]);
      expect(guarantees(spoilt).holds).toBe(false);
    });

    test('notices a namespace that is not closed', () => {
      expect(guarantees(objects.filter(({ metadata }) => metadata.name !== 'default-deny')).holds).toBe(false);
    });

    test('notices a call that is open at one end only', () => {
      const spoilt = copy();
      delete find(spoilt, 'NetworkPolicy', 'redis-cart').spec.ingress;
      expect(guarantees(spoilt).net.halves).toEqual([{ from: 'cartservice', to: 'redis-cart', port: 6379 }]);
      expect(guarantees(spoilt).holds).toBe(false);
    });
  });
});
