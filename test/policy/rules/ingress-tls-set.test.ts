import { fails, holds } from './cases';
import { ingressTlsSet } from '../../../src/policy/rules/ingress-tls-set';

const ingress = (hosts: readonly (string | undefined)[], ...tls: object[]) => ({ object: { spec: { rules: hosts.map(host => ({ host })), tls } } });
const SHOP = 'shop.example.com';

holds(ingressTlsSet, {
  'its only host is named': ingress([SHOP], { hosts: [SHOP] }),
  'each host is named in another entry': ingress([SHOP, 'api.example.com'], { hosts: ['api.example.com'] }, { hosts: [SHOP] }),
  'a wildcard covers it': ingress([SHOP], { hosts: ['*.example.com'] }),
  'a wildcard covers itself': ingress(['*.example.com'], { hosts: ['*.example.com'] }),
  'the entry is for all hosts': ingress([SHOP], { secretName: 'tls' }),
  'a rule is for all hosts, and so is the entry': ingress([undefined], { secretName: 'tls' }),
  'there are no rules': { object: { spec: { defaultBackend: {}, tls: [{ secretName: 'tls' }] } } },
});

fails(ingressTlsSet, {
  'nothing is said': ingress([SHOP]),
  'there are neither rules nor TLS': { object: { spec: { defaultBackend: {} } } },
  'one of several hosts is not named': ingress([SHOP, 'api.example.com'], { hosts: [SHOP] }),
  'the wildcard is two labels above': ingress([SHOP], { hosts: ['*.com'] }),
  'the wildcard is of another domain': ingress([SHOP], { hosts: ['*.example.org'] }),
  'a rule is for all hosts, and the entry is not': ingress([undefined], { hosts: [SHOP] }),
  'a rule is for all hosts, and the entry names an empty one': ingress([undefined], { hosts: [''] }),
  'the wildcard stands for a label further in': ingress(['shop.shop.example.com'], { hosts: ['*.*.example.com'] }),
});
