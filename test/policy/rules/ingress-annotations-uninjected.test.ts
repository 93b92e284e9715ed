import { fails, holds } from './cases';
import { ingressAnnotationsUninjected } from '../../../src/policy/rules/ingress-annotations-uninjected';

const annotated = (key: string, value: string) => ({ object: { metadata: { annotations: { [`nginx.ingress.kubernetes.io/${key}`]: value } } } });

holds(ingressAnnotationsUninjected, {
  'there are none': { object: { metadata: {} } },
  'it is an address': annotated('auth-url', 'https://auth.example.com/verify?rd=$escaped_request_uri'),
  'it is a pattern': annotated('auth-tls-match-cn', 'CN=(admin|[a-z]{2})'),
  'it is another annotation': annotated('custom-http-errors', '404;503'),
});

fails(ingressAnnotationsUninjected, {
  'it ends a line': annotated('auth-url', 'http://example.com/#;load_module x'),
  'it ends a statement': annotated('mirror-target', 'http://example.com/;}'),
  'it ends a text': annotated('auth-url', 'http://example.com/"'),
  'it begins a comment': annotated('auth-tls-match-cn', 'CN=abc#'),
  'it begins another line': annotated('mirror-host', 'example.com\nssl_engine'),
});
