/** Who a peer is by its certificate. */
export interface Identity {
  readonly trustDomain: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

export function showIdentity({ trustDomain, namespace, serviceAccount }: Identity): string {
  return `${trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}

export function readIdentity(text: string): Identity {
  const [trustDomain, ns, namespace, sa, serviceAccount, ...more] = text.split('/');
  if (ns !== 'ns' || sa !== 'sa' || !trustDomain || !namespace || !serviceAccount || more.length > 0) {
    throw new Error(`identity: got ${JSON.stringify(text)}, expected <trust domain>/ns/<namespace>/sa/<service account>`);
  }
  return { trustDomain, namespace, serviceAccount };
}

/**
 * What a principal of a policy stands for in a mesh with these trust domains, the own one first. A principal of one of them is one of all
 * of them, and `cluster.local` is the own one whatever its name. Any other, and what leaves the trust domain open, stands for itself.
 */
export function withAliases(principal: string, trustDomains: readonly string[]): readonly string[] {
  const [domain, ...rest] = principal.split('/');
  const known = domain === 'cluster.local' || trustDomains.some(each => pointsTo(domain, each));
  if (rest.length !== 4 || domain === '*' || !known) { return [principal]; }
  return [...new Set(trustDomains.map(each => domain.startsWith('*') && pointsTo(domain, each) ? principal : [each, ...rest].join('/')))];
}

function pointsTo(domain: string, known: string): boolean {
  return domain === known
    || (domain.startsWith('*') && known.endsWith(domain.slice(1)))
    || (domain.endsWith('*') && known.startsWith(domain.slice(0, -1)));
}
