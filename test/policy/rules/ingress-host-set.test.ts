import { fails, holds } from './cases';
import { ingressHostSet } from '../../../src/policy/rules/ingress-host-set';

const hosts = (...list: (string | undefined)[]) => ({ object: { spec: { rules: list.map(host => ({ host })) } } });

holds(ingressHostSet, {
  'each host is named': hosts('shop.example.com', 'api.example.com'),
});

fails(ingressHostSet, {
  'one of several is not named': hosts('shop.example.com', undefined),
  'the name is empty': hosts(''),
  'it is a whole domain': hosts('*.example.com'),
  'there is a default': { object: { spec: { defaultBackend: { service: { name: 'shop' } } } } },
});
