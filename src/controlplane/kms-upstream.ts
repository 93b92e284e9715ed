import { isIP } from 'node:net';
import { parseCidr } from '../kube/cidr';
import { refuse } from '../kube/problem';

/** Names that only the DNS of a cluster knows, within whatever else. */
const NAME = /(?<![\w.-])(?:[a-z0-9-]+\.){2,}svc(?![\w-])|(?<![\w-])cluster\.local(?![\w-])/i;

/** The host of a KMS, in lower case; undefined where it is not known. A host is known to be of this cluster by its name. */
export function checkUpstream(upstream: string | undefined): string | undefined {
  if (upstream === undefined) { return undefined; }
  const authority = typeof upstream === 'string' ? upstream.replace(/^[a-z+]+:\/\//i, '').replace(/[/?#].*$/, '') : '';
  const host = authority.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '').toLowerCase();
  if (host === '' || /[\s@]/.test(host)) {
    refuse({ what: 'upstream of the KMS provider', got: upstream, expected: 'a host', todo: 'write it like kms.example.com' });
  }
  checkNamesOutside('the KMS', upstream);
  return host;
}

/** Refuses a text that names a Service of a cluster. */
export function checkNamesOutside(what: string, text: string): void {
  if (NAME.test(text)) { refuseInside(what, text); }
}

/** Refuses a host whose address is one of the cluster's own. */
export function checkAddressOutside(host: string | undefined, clusterCidrs: readonly string[]): void {
  if (host === undefined) { return; }
  const family = isIP(host);
  if (family === 0) { return; }
  const own = parseCidr('upstream of the KMS provider', `${host}/${family === 4 ? 32 : 128}`);
  if (clusterCidrs.some(range => parseCidr('clusterCidrs', range).contains(own))) { refuseInside('the KMS', host); }
}

function refuseInside(what: string, got: string): never {
  return refuse({
    what: `${what} runs in the cluster whose keys it holds`,
    got,
    expected: 'a KMS outside of it',
    todo: 'use one of the cloud or of another cluster: after a power cut neither this KMS nor the API server could start',
  });
}
