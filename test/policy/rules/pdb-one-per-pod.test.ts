import { finds, keeps } from './set-cases';
import { budget, deployment } from './set-objects';
import { pdbOnePerPod } from '../../../src/policy/rules/pdb-one-per-pod';

const WEB = { matchLabels: { app: 'web' } };
const FOUND = ['PodDisruptionBudget two (spec.selector): pods have two disruption budgets: got this one and PodDisruptionBudget "one" for Deployment "web", expected one'];

keeps(pdbOnePerPod, {
  'each selects its own': [deployment('web'), deployment('cart'), budget('one', WEB), budget('two', { matchLabels: { app: 'cart' } })],
  'they are in two namespaces': [deployment('web'), deployment('web', { namespace: 'bank' }), budget('one', WEB), budget('two', WEB, undefined, 'bank')],
  'the second has no selector': [deployment('web'), budget('one', WEB), budget('two', undefined)],
  'a stage writes the same one again': [deployment('web'), budget('one', WEB), budget('one', WEB)],
});

finds(pdbOnePerPod, {
  'both select the same pods': { objects: [deployment('web'), budget('one', WEB), budget('two', WEB)], found: FOUND },
  'the second selects every pod': { objects: [deployment('web'), deployment('cart'), budget('one', WEB), budget('two', {})], found: FOUND },
  'the second selects by an expression': {
    objects: [deployment('web'), budget('one', WEB), budget('two', { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] })], found: FOUND,
  },
});
