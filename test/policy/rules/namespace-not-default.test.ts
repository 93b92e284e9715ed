import { fails, holds } from './cases';
import { namespaceNotDefault } from '../../../src/policy/rules/namespace-not-default';

const inNamespace = (namespace: string) => ({ object: { metadata: { namespace } } });

holds(namespaceNotDefault, {
  'nothing is said': { object: { metadata: { name: 'cart' } } },
  'it is its own': inNamespace('shop'),
  'the name only begins with default': inNamespace('default-shop'),
  'the name only begins with kube': inNamespace('kubecost'),
});

fails(namespaceNotDefault, {
  'it is the default': inNamespace('default'),
  'it is that of the system': inNamespace('kube-system'),
  'it is another of the cluster': inNamespace('kube-public'),
});
