import { fails, holds } from './cases';
import { virtualServiceHostsNamed } from '../../../src/policy/rules/virtual-service-hosts-named';

const hosts = (...names: string[]) => ({ object: { spec: { hosts: names } } });

holds(virtualServiceHostsNamed, {
  'it belongs to another route, and has none': { object: { spec: {} } },
  'each is named': hosts('shop.example.com', 'cart.shop.svc.cluster.local'),
});

fails(virtualServiceHostsNamed, {
  'it is for all': hosts('*'),
  'one is a domain': hosts('shop.example.com', '*.example.com'),
});
