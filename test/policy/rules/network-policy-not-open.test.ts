import { Case, fails, holds } from './cases';
import { networkPolicyNotOpen } from '../../../src/policy/rules/network-policy-not-open';

const ingress = (...from: object[]) => ({ object: { spec: { ingress: [{ from }] } } });
const egress = (...to: object[]) => ({ object: { spec: { egress: [{ to }] } } });
const WEB = { podSelector: { matchLabels: { app: 'web' } } };

/** Selectors of everything, in all ways to write them. */
const everybody = (may: string, rule: (peer: object) => Case) => Object.fromEntries(
  [{}, { matchLabels: {} }, { matchExpressions: [] }].flatMap((all, i) => [
    [`every namespace ${may}, written in way ${i + 1}`, rule({ namespaceSelector: all })],
    [`every pod of every namespace ${may}, written in way ${i + 1}`, rule({ namespaceSelector: {}, podSelector: all })],
  ]),
);

holds(networkPolicyNotOpen, {
  'it has no rules': { object: { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } } },
  'it has empty lists': { object: { spec: { ingress: [], egress: [] } } },
  'a peer is named': ingress(WEB),
  'all pods of the namespace may call': ingress({ podSelector: {} }),
  'pods are named in any namespace': egress({ namespaceSelector: {}, ...WEB }),
  'any pod is named in one namespace': egress({ namespaceSelector: { matchLabels: { team: 'shop' } } }),
  'a namespace is named by a term': ingress({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] }, podSelector: {} }),
  'addresses are named': egress({ ipBlock: { cidr: '192.0.2.0/24' } }),
  'something is left out of all addresses': egress({ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }),
  'something is left out of all addresses for callers': ingress({ ipBlock: { cidr: '::/0', except: ['2001:db8::/32'] } }),
  'a namespace is named for callees by a term': egress({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } }),
  'a namespace is named for callers': ingress({ namespaceSelector: { matchLabels: { team: 'shop' } } }),
  'pods are named for callers in any namespace by a term': ingress({ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
  'pods are named for callees in any namespace by a term': egress({ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
  'pods are named for callers in any namespace': ingress({ namespaceSelector: {}, ...WEB }),
});

fails(networkPolicyNotOpen, {
  'anybody may call': { object: { spec: { ingress: [{}] } } },
  'anybody may call one port': { object: { spec: { ingress: [{ ports: [{ port: 8080 }] }] } } },
  'anybody may be called': { object: { spec: { egress: [{}] } } },
  'the list of peers is empty': ingress(),
  'all addresses are one of several peers': ingress(WEB, { ipBlock: { cidr: '0.0.0.0/0' } }),
  'all addresses of IPv6 may be called': egress({ ipBlock: { cidr: '::/0', except: [] } }),
  'all pods of all namespaces may call': ingress({ namespaceSelector: {} }),
  'all pods of all namespaces may be called': egress({ namespaceSelector: { matchLabels: {} }, podSelector: {} }),
  'one of several rules is open': { object: { spec: { ingress: [{ from: [WEB] }, {}] } } },
  'all addresses may be called beside a named pod': egress(WEB, { ipBlock: { cidr: '0.0.0.0/0' } }),
  ...everybody('may call', ingress),
  ...everybody('may be called', egress),
});
