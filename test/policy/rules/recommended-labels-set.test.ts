import { fails, holds } from './cases';
import { recommendedLabelsSet } from '../../../src/policy/rules/recommended-labels-set';

const labels = (names: object) => ({ meta: { labels: names } });

holds(recommendedLabelsSet, {
  'there is one': labels({ 'app.kubernetes.io/instance': 'cart' }),
  'there is one beside others': labels({ 'app': 'cart', 'app.kubernetes.io/part-of': 'shop' }),
  ...Object.fromEntries(
    ['name', 'instance', 'version', 'component', 'part-of', 'managed-by', 'created-by'].map(name => [`there is ${name}`, labels({ [`app.kubernetes.io/${name}`]: 'cart' })]),
  ),
});

fails(recommendedLabelsSet, {
  'there are none': {},
  'there are only others': labels({ 'app': 'cart', 'app.kubernetes.io/color': 'red' }),
});
