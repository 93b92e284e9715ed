import { fails, holds } from './cases';
import { tillerServiceAbsent } from '../../../src/policy/rules/tiller-service-absent';

const service = (name: string, labels: object, selector: object) => ({ object: { metadata: { name, labels }, spec: { selector } } });

holds(tillerServiceAbsent, {
  'there is nothing': {},
  'it leads to something else': service('cart', { app: 'cart' }, { app: 'cart' }),
});

fails(tillerServiceAbsent, {
  'it is in the name': service('tiller-deploy', {}, {}),
  'it is in a label': service('helm', { name: 'tiller' }, {}),
  'it is in the selector': service('helm', {}, { app: 'helm', name: 'tiller' }),
});
