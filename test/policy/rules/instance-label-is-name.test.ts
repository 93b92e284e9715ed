import { fails, holds } from './cases';
import { instanceLabelIsName } from '../../../src/policy/rules/instance-label-is-name';

const workload = (labels: object) => ({ object: { metadata: { name: 'cart', labels } } });

holds(instanceLabelIsName, {
  'they are the same': workload({ 'app.kubernetes.io/instance': 'cart' }),
});

fails(instanceLabelIsName, {
  'it is missing': workload({ app: 'cart' }),
  'it is another': workload({ 'app.kubernetes.io/instance': 'web' }),
});
