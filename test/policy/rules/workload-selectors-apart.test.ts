import { finds, keeps } from './set-cases';
import { daemonSet, deployment, job, statefulSet, workload } from './set-objects';
import { workloadSelectorsApart } from '../../../src/policy/rules/workload-selectors-apart';

const shared = (name: string) => deployment(name, { labels: { app: 'shop' } });
const found = (kind: string, selector: string, other: string, severity = '') => (
  `${severity}${kind} (spec.selector): selector finds pods of another workload: got "${selector}", which selects those of ${other} too, expected its own only`
);

keeps(workloadSelectorsApart, {
  'each selects its own': [deployment('web'), statefulSet('db'), daemonSet('agent')],
  'they are in two namespaces': [shared('web'), deployment('cart', { labels: { app: 'shop' }, namespace: 'bank' })],
  'a Job carries the labels, whose pods the server tells apart': [shared('web'), job('load', { labels: { app: 'shop' } })],
  'a stage writes the same one again': [shared('web'), shared('web')],
  'an operator says what is selected': [workload('example.com/v1', 'Shop', 'web'), workload('example.com/v1', 'Shop', 'cart', { labels: { app: 'web' } })],
  'a selector is missing, which selects nothing': [deployment('web', { spec: { selector: null } }), deployment('cart', { labels: { app: 'web' }, spec: { selector: null } })],
});

finds(workloadSelectorsApart, {
  'both select both': {
    objects: [shared('web'), shared('cart')],
    found: [found('Deployment web', 'app=shop', 'Deployment "cart"'), found('Deployment cart', 'app=shop', 'Deployment "web"')],
  },
  'one selects more than its own': {
    objects: [deployment('web', { labels: { app: 'web', tier: 'front' }, spec: { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } } }),
      statefulSet('db', { labels: { app: 'db', tier: 'back' }, spec: { selector: { matchLabels: { app: 'db' } } } })],
    found: [found('Deployment web', 'tier', 'StatefulSet "db"')],
  },
  'an empty selector selects every pod': {
    objects: [deployment('web', { spec: { selector: {} } }), deployment('cart')], found: [found('Deployment web', '{}', 'Deployment "cart"')],
  },
  'they name no namespace, and may be meant for two': {
    objects: [deployment('web', { labels: { app: 'shop' }, namespace: '' }), deployment('cart', { labels: { app: 'shop', tier: 'back' }, spec: { selector: { matchLabels: { tier: 'back' } } }, namespace: '' })],
    found: [found('Deployment web', 'app=shop', 'Deployment "cart"', 'warning ')],
  },
});
