import { ApiObject, App, Chart } from 'cdk8s';
import { SecureApp, SecureNamespace, TeamWaivers } from '../../src';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { CATALOG } from '../../src/policy/catalog';
import { GuardrailReach } from '../../src/policy/guardrail-reach';
import { enforceable, guardedBy, guardrailSpec } from '../../src/policy/guardrails';
import type { Rule } from '../../src/policy/rule';
import { Session } from '../../src/policy/session';

/** Half of what etcd takes as one object, in which what the server adds has room too. */
const MOST_BYTES = 750_000;

const app = new App();
SecureApp.configure(app, { kubernetesVersion: KubernetesVersion.V1_37 });
const chart = new Chart(app, 'shop');
const waivers = [{ rule: 'pod-security-restricted', reason: 'agents' }];
const agents = new SecureNamespace(chart, 'agents', { level: PodSecurityLevel.BASELINE, waivers });
const session = Session.of(chart);
new ApiObject(agents, 'load', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'load' } });
session.waivers.add(agents, [{ rule: 'service-external-ips-unset', reason: 'x' }]);
const reach = GuardrailReach.over([{ name: 'shop', level: PodSecurityLevel.RESTRICTED }, { name: 'agents', level: PodSecurityLevel.BASELINE }]);

function canBeEnforced({ id }: Rule): boolean {
  try {
    return enforceable(id).id === id;
  } catch {
    return false;
  }
}

const all = guardedBy(CATALOG.filter(canBeEnforced));
const specOf = (name: string, rules = ['privileged-off', 'run-as-non-root']): any => {
  const [about] = guardedBy(rules.map(enforceable)).filter(({ shape }) => shape.name === name);
  return guardrailSpec(session, { ...about, reach, operators: [] });
};

test('each policy with all rules fits into etcd, and each of its expressions into the parser of the server', () => {
  const specs: any[] = all.map(about => guardrailSpec(session, { ...about, reach, operators: [] }));
  expect(specs.length).toBeGreaterThan(20);
  expect(specs.filter(spec => JSON.stringify(spec).length > MOST_BYTES)).toEqual([]);
  expect(specs.flatMap(({ validations }) => validations).filter(({ expression }: any) => expression.length > 10_000)).toEqual([]);
});

test('a namespace in which a level is not demanded is spared by the rules of that level', () => {
  expect(specOf('templates').validations.map(({ expression }: any) => expression.startsWith('request.namespace in [\'agents\'] || '))).toEqual([false, true]);
});

test('a waiver at a namespace is for the namespace itself, too', () => {
  expect(agents.name).toBe('agents');
  expect(specOf('namespaces', ['pod-security-restricted']).validations[0].expression).toMatch(/^variables\.id in \['Namespace\/\/agents'\] \|\| /);
});

test('an operator is let into no namespace without guardrails', () => {
  const [about] = guardedBy([enforceable('privileged-off')]);
  const operators = [{ rule: 'privileged-off', namespace: 'elsewhere', serviceAccount: 'a/b', reason: 'x' }];
  expect(() => guardrailSpec(session, { ...about, reach, operators })).toThrow('waiver of "privileged-off" for an operator names a namespace '
    + 'without guardrails: got "elsewhere", expected one of shop, agents; correct or remove it');
});

test('objects of others, too, stand under waivers of what they stand in', () => {
  session.seal();
  expect(specOf('services', ['service-external-ips-unset']).validations[0].expression).toMatch(/^variables\.id in \['Service\/agents\/load'\] \|\| /);
});

describe('waivers of other teams', () => {
  const team = (namespace: string) => TeamWaivers.fromJson(JSON.stringify({
    version: 1, waivers: [{ rule: 'service-external-ips-unset', reason: 'an old client', objects: [{ kind: 'Service', namespace, name: 'mail' }] }],
  }), { namespaces: [namespace] });
  const specWith = (...teams: TeamWaivers[]): any => {
    const [about] = guardedBy([enforceable('service-external-ips-unset')]).filter(({ shape }) => shape.name === 'services');
    return guardrailSpec(session, { ...about, reach, operators: [], teams });
  };

  test('stand in the rule beside those of the app', () => {
    session.seal();
    expect(specWith(team('shop')).validations[0].expression).toMatch(/^variables\.id in \['Service\/agents\/load', 'Service\/shop\/mail'\] \|\| /);
  });

  test('are for no namespace without guardrails', () => {
    expect(() => specWith(team('shop'), team('elsewhere'))).toThrow(
      'waivers in "JSON" are for a namespace without guardrails: got "elsewhere", expected one of shop, agents; correct or remove it',
    );
  });
});

test('where not every namespace is known by name, its labels say what is demanded in it', () => {
  const asksLabels = (over: GuardrailReach) => {
    const [about] = guardedBy([enforceable('privileged-off')]);
    return JSON.stringify(guardrailSpec(session, { ...about, reach: over, operators: [] })).includes('pod-security.kubernetes.io/enforce');
  };
  expect([asksLabels(reach), asksLabels(GuardrailReach.allBut(['kube-system']))]).toEqual([false, true]);
});
