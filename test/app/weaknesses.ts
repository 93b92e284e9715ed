import { parseAllDocuments } from 'yaml';
import { RuleJudge } from '../../src/policy/rule-judge';
import { differences } from '../network/exactness';

const LEVEL = 'pod-security.kubernetes.io/enforce';
const BOUND = ['pods', 'requests.cpu', 'requests.memory', 'limits.memory', 'services.loadbalancers', 'services.nodeports'];

/** A pod that the oracle thinks up for a selector which asks for more labels than ours: ours would find it too. */
const NARROWED = / pod in shop with \{"app\.kubernetes\.io\/instance":"(cart|web)",/;

/** What a reader of the written text alone finds weak in it, by means that share nothing with the audit but the rules of the catalog. */
export function weaknesses(text: string): string[] {
  const manifests = parseAllDocuments(text).map(document => document.toJS()).filter(Boolean) as any[];
  const of = (kind: string, name?: string) => manifests.filter(json => json.kind === kind && (name === undefined || json.metadata?.name === name));
  const found: string[] = [];
  const demand = (holds: boolean, what: string) => { if (!holds) { found.push(what); } };
  const [namespace, others] = [of('Namespace', 'shop'), of('Namespace').filter(json => json.metadata?.name !== 'shop')];
  demand(namespace.length === 1 && namespace[0].metadata.labels?.[LEVEL] === 'restricted', 'namespace enforces less than restricted');
  demand(others.every(json => json.metadata?.labels?.[LEVEL] === 'restricted'), 'another namespace enforces less');
  const hard = of('ResourceQuota', 'quota').filter(inShop)[0]?.spec?.hard ?? {};
  demand(BOUND.every(key => hard[key] !== undefined && !/[0-9]{6}|e[0-9]|[PE]i?$/.test(String(hard[key]))), 'quota leaves something open');
  const limits = of('LimitRange', 'limits').filter(inShop)[0]?.spec?.limits;
  demand(Array.isArray(limits) && limits.some((limit: any) => limit?.max?.memory && limit.default?.memory), 'limit range leaves something open');
  demand(of('NetworkPolicy', 'default-deny').filter(inShop).some(({ spec }) => (
    JSON.stringify(spec?.podSelector) === '{}' && ['Ingress', 'Egress'].every(type => spec.policyTypes?.includes(type)) && !spec.ingress && !spec.egress
  )), 'no default deny');
  for (const name of ['default', 'cart', 'web']) {
    demand(of('ServiceAccount', name).filter(inShop)[0]?.automountServiceAccountToken === false, `account ${name} hands out tokens`);
  }
  for (const name of ['cart', 'web']) {
    const deployments = of('Deployment', name).filter(inShop);
    const labels = deployments[0]?.spec?.template?.metadata?.labels ?? {};
    demand(deployments.length === 1 && labels['app.kubernetes.io/instance'] === name, `pods of ${name} are found by no selector`);
    const budget = of('PodDisruptionBudget', name).filter(inShop)[0]?.spec;
    demand(budget?.maxUnavailable === 1 && budget.selector?.matchLabels?.['app.kubernetes.io/instance'] === name, `budget of ${name}`);
  }
  demand(of('Service').every(({ spec }) => (spec?.type ?? 'ClusterIP') === 'ClusterIP' && !spec?.externalIPs), 'a Service is open to the outside');
  demand([...of('RoleBinding'), ...of('ClusterRoleBinding')].length === 0, 'somebody received rights');
  return [...found, ...opened(manifests), ...manifests.map(withTextLabels).flatMap(json => RuleJudge.for(36).judge(json).map(({ rule, field }) => `${json.kind}: ${rule.id} ${field}`))];
}

function inShop(json: any): boolean {
  return json.metadata?.namespace === 'shop';
}

/** What is open beyond the one flow; less is no weakness. By the oracle of connections, which reads policies in its own way, and refuses those that the API server would refuse. */
function opened(manifests: readonly any[]): string[] {
  try {
    return differences(manifests.map(withTextLabels), ['shop'], [{ from: 'shop/web', to: 'shop/cart', port: 8080, protocol: 'TCP' }])
      .filter(line => !line.includes(': extra none,') && !NARROWED.test(line));
  } catch {
    // What the API server refuses opens nothing.
    return [];
  }
}

/** The API server refuses an object whose label is no text, which weakens nothing. */
function withTextLabels(json: any): any {
  const labels = Object.entries(json.metadata?.labels ?? {}).filter(([, value]) => typeof value === 'string');
  return { ...json, metadata: { ...json.metadata, labels: Object.fromEntries(labels) } };
}
