import { isIP } from 'node:net';
import { checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkList } from '../kube/shape';

/** By these names clouds give out the credentials of a node to whoever asks there, or a host calls itself. */
const OWN_NAMES = /^(?:metadata\.google\.internal|metadata\.goog|instance-data\.ec2\.internal|(?:.*\.)?localhost|(?:.*\.)?localdomain)$/;
/** A star would mean any, a blank is no part of a name, and what cannot be seen cannot be compared. */
const PLAIN = /^[\x21-\x29\x2b-\x7e]+$/;

/** The issuer of tokens. */
export function checkIssuer(issuer: string): string {
  return typeof issuer === 'string' && PLAIN.test(issuer) ? issuer : refuse({
    what: 'issuer of tokens', got: issuer, expected: 'the claim iss, without star and blank', todo: 'copy it from the field issuer of its openid-configuration',
  });
}

/** For whom tokens are made, sorted. */
export function checkAudiences(audiences: readonly string[]): string[] {
  const list = checkList('audiences of tokens', audiences);
  const wrong = list.find(audience => typeof audience !== 'string' || !PLAIN.test(audience));
  if (wrong !== undefined || list.length === 0) {
    refuse({
      what: 'audiences of tokens',
      got: wrong ?? list,
      expected: 'one name or more, without star and blank',
      todo: 'name the audience that the issuer puts into the tokens for this workload; any other application of the issuer has tokens too',
    });
  }
  return [...new Set(list)].sort();
}

/** Where an issuer shows its keys. Who can change them on the way makes tokens for everybody. */
export function checkJwksUri(uri: string): string {
  const url = typeof uri === 'string' && URL.canParse(uri) ? new URL(uri) : undefined;
  if (url?.protocol !== 'https:') {
    return refuse({ what: 'jwksUri of tokens', got: uri, expected: 'an address that begins with https://', todo: 'copy it from the field jwks_uri of its openid-configuration' });
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    refuse({ what: 'jwksUri of tokens holds a user, a password or a fragment', expected: 'an address that anybody may read', todo: 'leave it out' });
  }
  const host = url.hostname;
  if (host.startsWith('[') || isIP(host) !== 0 || !host.includes('.') || OWN_NAMES.test(host)) {
    refuse({
      what: 'host of the jwksUri of tokens',
      got: host,
      expected: 'the full name of a host: no address, no name of the host itself, and not the metadata service of a cloud',
      todo: 'name the host that the certificate of the issuer names',
    });
  }
  checkDnsSubdomain('host of the jwksUri of tokens', host);
  return uri;
}
