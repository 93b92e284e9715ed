import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { inspect } from 'util';
import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { leastOf, plantedInCall, plantedInStruct, surfaceOf } from './planting';
import * as library from '../../src';
import { findingTexts } from '../../src/policy/finding';
import { Session } from '../../src/policy/session';
import type { Verdict } from '../../src/policy/verdict';
import { appHtml } from '../../src/report/app-html';
import { appJson } from '../../src/report/app-json';
import { appMarkdown } from '../../src/report/app-markdown';
import { appReport } from '../../src/report/app-report';
import { appSarif } from '../../src/report/app-sarif';
import { auditCommand } from '../../src/report/audit-command';
import { CREDENTIALS } from '../kube/credentials';

const { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } = library;

/** One of each form: what a program may hold by mistake. */
const PLANTED = new Map([
  ...CREDENTIALS.filter(([kind]) => ['private key', 'JSON Web Token', 'AWS key id', 'GitHub token', 'random text'].includes(kind)).map(([kind, text]) => [kind, { text, secret: text }] as const),
  ['connection string', { text: `postgres://shop:${'correct-horse-7'}@db.shop:5432/orders`, secret: 'correct-horse-7' }],
  ['assignment', { text: `Server=db;Password=${'correct-horse-7'};Encrypt=true`, secret: 'correct-horse-7' }],
]);

/** The constructs, with what each needs beside the planted prop; a construct that is missing here fails the first test. */
const CONSTRUCTS: Readonly<Record<string, () => Record<string, any>>> = {
  AdmissionGuardrails: () => ({}),
  ClusterGuardrails: () => ({ api: library.ClusterPolicyApi.CLUSTER_NETWORK_POLICY }),
  DefaultDenyPolicy: () => ({}),
  EgressHost: () => ({ host: 'api.example.com' }),
  EncryptedEtcdConfig: () => ({ provider: library.EncryptionProvider.secretbox({ escrow: 'the safe in the office' }), controlPlaneNodes: 1 }),
  HardenedDeployment: () => ({ image: IMAGE, port: 8080, health: Health.tcp() }),
  HardenedEtcd: () => ({ topology: library.EtcdTopology.stacked(['10.0.0.8/29']) }),
  ImportedNamespace: () => ({ level: library.PodSecurityLevel.RESTRICTED }),
  IstioMtlsMesh: () => ({ dataPlane: library.IstioDataPlane.AMBIENT }),
  KmsPluginPod: () => ({ provider: library.EncryptionProvider.kmsV2({ name: 'cloud', socket: SOCKET }), image: IMAGE, args: [`--listen=${SOCKET}`], healthPort: 8083 }),
  NodeFileBundle: () => ({ role: library.NodeRole.WORKER }),
  NodeFirewall: () => ({ role: library.NodeRole.CONTROL_PLANE, nodes: ['10.0.0.8/29'], ports: [{ port: 6443, from: ['10.0.0.0/16'] }] }),
  RequireJwt: () => ({ issuer: 'https://id.example.com', jwksUri: 'https://id.example.com/keys', audiences: ['shop'] }),
  SecureApp: () => ({ kubernetesVersion: KubernetesVersion.V1_36 }),
  SecureChart: () => ({}),
  SecureGateway: () => ({ api: library.GatewayApi.KUBERNETES, hosts: ['shop.example.com'], credentialName: 'shop-tls', acceptInternet: true }),
  SecureIngress: () => ({}),
  SecureIstioValues: () => ({ dataPlane: library.IstioDataPlane.AMBIENT }),
  SecureNamespace: () => ({}),
  TokenlessServiceAccount: () => ({}),
};

const SOCKET = '/var/run/kmsplugin/socket.sock';
const IMAGE = `registry.example.com/web:1.0@sha256:${'a'.repeat(64)}`;

const isConstruct = (type: unknown): boolean => typeof type === 'function' && type.prototype instanceof Construct;

test('every construct is among those into which credentials are planted', () => {
  expect(Object.entries(library).filter(([, type]) => isConstruct(type)).map(([name]) => name).sort()).toEqual(Object.keys(CONSTRUCTS));
  expect(Object.keys(CONSTRUCTS).filter(name => surfaceOf(name).props === undefined)).toEqual([]);
});

/** Everything that a program says: what it throws, what its audit finds, and what it writes beside the manifests. */
function said(program: () => Construct): string[] {
  const heard: string[] = [];
  const spies = [jest.spyOn(process.stderr, 'write'), jest.spyOn(process.stdout, 'write')]
    .map(spy => spy.mockImplementation(text => { heard.push(String(text)); return true; }));
  const warned = (['log', 'warn', 'error', 'info'] as const).map(name => jest.spyOn(console, name).mockImplementation((...words) => { heard.push(inspect(words)); }));
  const hear = (run: () => void) => {
    try {
      run();
    } catch (error) {
      // As Node shows an error that nobody catches, with its stack, its cause and what else it holds.
      heard.push(inspect(error, { depth: 6 }));
    }
  };
  hear(() => {
    const root = program();
    const session = Session.of(root);
    const run = session.audit();
    hear(() => (root.node.root as InstanceType<typeof SecureApp>).synthYaml());
    for (const object of session.objects()) { hear(() => run.see({ construct: object, json: object.toJson() })); }
    const found = run.conclude();
    hear(() => heard.push(...findingTexts(found, new Set())));
    hear(() => heard.push(...reports(session, session.settle(found))));
  });
  [...spies, ...warned].forEach(spy => spy.mockRestore());
  return heard;
}

/** All that a synthesis writes beside the manifests for people and programs. */
function reports(session: Session, verdict: Verdict): string[] {
  const report = appReport(session, { verdict, objects: 1, files: [] });
  return [[...appHtml(report)], [...appJson(report)], [appMarkdown(report)], [...appSarif(report)]].map(parts => parts.join(''));
}

function chartIn(root: Construct): Chart {
  return new SecureChart(root, 'chart', { namespace: 'shop' });
}

function app(): Construct {
  return new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, outdir: '/nowhere' });
}

/** Makes a construct with these props where it can stand. */
function make(name: string, props: Record<string, any>, id = 'web'): Construct {
  if (name === 'SecureApp') {
    const root = new SecureApp({ outdir: '/nowhere', ...props } as any);
    new HardenedDeployment(chartIn(root), 'web', CONSTRUCTS.HardenedDeployment() as any);
    return root;
  }
  if (name === 'SecureChart') {
    const chart = new SecureChart(app(), id, props);
    new HardenedDeployment(chart, 'web', CONSTRUCTS.HardenedDeployment() as any);
    return chart;
  }
  const chart = chartIn(app());
  if (name === 'ImportedNamespace') { return SecureNamespace.imported(chart, id, props as any); }
  const more = ['RequireJwt', 'SecureGateway', 'SecureIngress'].includes(name) ? propsBefore(name, chart) : {};
  if (name === 'AdmissionGuardrails') { new SecureNamespace(chart, 'guarded'); }
  const given = Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
  const made = new (library as any)[name](chart, id, { ...more, ...given });
  if (name === 'SecureNamespace') { new HardenedDeployment(made, 'web', CONSTRUCTS.HardenedDeployment() as any); }
  return made;
}

/** Props of what stands before a workload. */
function propsBefore(name: string, chart: Chart): Record<string, any> {
  return { ...leastOf(surfaceOf(name).props!), workload: new HardenedDeployment(chart, 'behind', CONSTRUCTS.HardenedDeployment() as any) };
}

/** What a program says that holds the credential, each once and in short. */
function leaks(secret: string, at: string, program: () => Construct): string[] {
  const found = said(program).filter(text => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)));
  return [...new Set(found.map(text => `${at}: ${text.split('\n    at ')[0].slice(0, 400)}`))];
}

/** Each place holds another form: all forms stand in many places, and no place is left out. */
function inTurn<T>(at: (text: string) => readonly T[], leak: (each: T, secret: string) => string[]): string[] {
  const forms = [...PLANTED.values()];
  const all = forms.map(({ text }) => at(text));
  return all[0].flatMap((_, i) => leak(all[i % forms.length][i], forms[i % forms.length].secret));
}

describe('a credential is said nowhere', () => {
  test.each(Object.keys(CONSTRUCTS))('if it stands in a prop of %s, or is its id', name => {
    const { props } = surfaceOf(name);
    const own = props ? Object.keys(leastOf(props)) : [];
    const found = inTurn(text => props ? plantedInStruct(props, text) : [], ({ at, value }, secret) => leaks(secret, at, () => {
      const given = value();
      const isLeft = (key: string) => !Object.hasOwn(given, key) || (own.includes(key) && given[key] === undefined);
      const extra = Object.entries(CONSTRUCTS[name]()).filter(([key]) => isLeft(key));
      return make(name, { ...Object.fromEntries(extra), ...given });
    }));
    const ids = [...PLANTED.values()].filter(() => name !== 'SecureApp')
      .flatMap(({ text, secret }) => leaks(secret, 'id', () => make(name, CONSTRUCTS[name](), text)));
    expect([...found, ...ids]).toEqual([]);
  });

  test.each(['HardenedDeployment', 'Connections', 'AdmissionGuardrails'])('if it is an argument of a method of %s', name => {
    const of = name === 'Connections' ? 'HardenedDeployment' : name;
    const found = inTurn(
      text => surfaceOf(name).methods.flatMap(method => plantedInCall(`${name}.${method.name}`, method, text).map(each => ({ ...each, method }))),
      ({ at, args, method }, secret) => leaks(secret, at, () => {
        const made: any = make(of, CONSTRUCTS[of]());
        (name === 'Connections' ? made.connections : made)[method.name](...args.map(each => each()));
        return made;
      }));
    expect(found).toEqual([]);
  });

  test('if it stands in an object of another library', () => {
    expect(inTurn(foreign, (json, secret) => leaks(secret, JSON.stringify(json), () => {
      const chart = chartIn(app());
      const shop = new SecureNamespace(chart, 'shop');
      new HardenedDeployment(shop, 'web', CONSTRUCTS.HardenedDeployment() as any);
      new ApiObject(shop, 'theirs', json as any);
      new ApiObject(shop, 'again', json as any);
      return chart;
    }))).toEqual([]);
  });

  test.each(['table', 'json', 'sarif'])('in a manifest that the audit command judges, as %s', async format => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'no-credential-'));
    const found: string[] = [];
    for (const { text, secret } of PLANTED.values()) {
      const files = foreign(text).filter(json => !isName(json, text)).map((json, i) => [`${i}.yaml`, JSON.stringify(json)]);
      for (const [name, content] of [...files, ['broken.yaml', `apiVersion: v1\nkind: ${text}: [\n`], ['odd.yaml', `- ${JSON.stringify(text)}`], ['plain.txt', text]]) {
        fs.writeFileSync(path.join(folder, name), content);
        const heard: string[] = [];
        const sink = { write: (part: string) => heard.push(part) };
        await auditCommand([path.join(folder, name), '--format', format], { stdin: [] as any, stdout: sink, stderr: sink, cwd: folder });
        const all = heard.join('');
        if (all.includes(secret) || all.includes(JSON.stringify(secret).slice(1, -1))) { found.push(`${content.slice(0, 200)}: ${all.slice(0, 400)}`); }
      }
    }
    fs.rmSync(folder, { recursive: true });
    expect(found).toEqual([]);
  }, 60_000);
});

/** A report tells objects and containers by their names, whatever these are. */
function isName({ kind, metadata, spec }: any, text: string): boolean {
  return [kind, metadata.name, metadata.namespace, spec?.template?.spec?.containers?.[0].name].includes(text);
}

/** Objects of others with a text somewhere in them. */
function foreign(text: string): any[] {
  const bodies = [
    { metadata: { name: text } }, { metadata: { name: 'a', labels: { a: text } } }, { metadata: { name: 'a', namespace: text } },
    { metadata: { name: 'a' }, data: { token: text } }, { metadata: { name: 'a' }, spec: { ports: [{ port: text }] } },
    { metadata: { name: 'a' }, spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: text } }] }] } },
    { metadata: { name: 'a' }, spec: { template: { spec: { containers: [{ name: text, image: text, env: [{ name: 'TOKEN', value: text }, { name: text }] }] } } } },
    { metadata: { name: 'a' }, spec: { template: { spec: { containers: [{ name: 'b', image: text, command: [text], env: [{ name: 'TOKEN', value: text }, { name: text }] }] } } } },
    { metadata: { name: 'a' }, spec: { template: text } }, { metadata: text },
  ];
  const kinds = [['v1', 'ConfigMap'], ['v1', 'Service'], ['apps/v1', 'Deployment'], ['networking.k8s.io/v1', 'NetworkPolicy'], ['v1', text]];
  return bodies.flatMap(body => kinds.map(([apiVersion, kind]) => ({ apiVersion, kind, ...body })));
}
