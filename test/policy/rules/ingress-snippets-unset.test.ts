import { fails, holds } from './cases';
import { ingressSnippetsUnset } from '../../../src/policy/rules/ingress-snippets-unset';

const annotated = (...keys: string[]) => ({ object: { metadata: { annotations: Object.fromEntries(keys.map(key => [key, 'value'])) } } });

holds(ingressSnippetsUnset, {
  'there are none': { object: { metadata: {} } },
  'it is of another kind': annotated('nginx.ingress.kubernetes.io/proxy-body-size'),
});

fails(ingressSnippetsUnset, {
  'it writes into the server': annotated('nginx.ingress.kubernetes.io/server-snippet'),
  'it writes into a location': annotated('nginx.ingress.kubernetes.io/configuration-snippet'),
  'one of several writes into authentication': annotated('nginx.ingress.kubernetes.io/proxy-body-size', 'nginx.ingress.kubernetes.io/auth-snippet'),
  'it is for another controller': annotated('nginx.org/location-snippets'),
});
