import { fails, holds } from './cases';
import { selectorMatchesTemplate } from '../../../src/policy/rules/selector-matches-template';

const workload = (selector: object, labels: object | undefined) => ({ object: { spec: { selector, template: { metadata: { labels } } } } });
const term = (operator: string, values?: string[]) => ({ matchExpressions: [{ key: 'app', operator, ...(values ? { values } : {}) }] });
const CART = { app: 'cart' };

holds(selectorMatchesTemplate, {
  'the labels are the same': workload({ matchLabels: CART }, CART),
  'there are more labels': workload({ matchLabels: CART }, { app: 'cart', tier: 'back' }),
  'the label is one of several': workload(term('In', ['web', 'cart']), CART),
  'the label is none of several': workload(term('NotIn', ['web']), CART),
  'a label that is not there is none of several': workload(term('NotIn', ['web']), { tier: 'back' }),
  'the label is there': workload(term('Exists'), CART),
  'the label is not there': workload(term('DoesNotExist'), { tier: 'back' }),
});

fails(selectorMatchesTemplate, {
  'there is no selector': { object: { spec: { template: { metadata: { labels: CART } } } } },
  'the selector is empty': workload({}, CART),
  'there are no labels': workload({ matchLabels: CART }, undefined),
  'the value is another': workload({ matchLabels: CART }, { app: 'web' }),
  'one of several labels is missing': workload({ matchLabels: { app: 'cart', tier: 'back' } }, CART),
  'an empty value is no missing label': workload({ matchLabels: { app: '' } }, { tier: 'back' }),
  'the label is not one of several': workload(term('In', ['web']), CART),
  'a label that is not there is not one of several': workload(term('In', ['web']), { tier: 'back' }),
  'the label is one of those that it must not be': workload(term('NotIn', ['cart']), CART),
  'the label must be there': workload(term('Exists'), { tier: 'back' }),
  'the label must not be there': workload(term('DoesNotExist'), CART),
  'labels match and a term does not': workload({ matchLabels: CART, ...term('In', ['web']) }, CART),
  'the selector has only an empty list of labels': workload({ matchLabels: {} }, CART),
  'the selector has only an empty list of terms': workload({ matchExpressions: [] }, CART),
});
