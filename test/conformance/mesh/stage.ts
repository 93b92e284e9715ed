import type { EnvoyRequest } from './envoy';
import { AnyRequest } from './vocabulary';
import { showIdentity } from '../../mesh/oracle/identity';
import { Mesh } from '../../mesh/oracle/mesh';
import { decide, MeshRequest } from '../../mesh/oracle/oracle';

/** One workload with some policies, in front of the evaluator. */
export interface Stage {
  readonly plane: 'sidecar' | 'ambient';
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly policies: readonly any[];
  readonly ports: readonly number[];
  readonly issuers: readonly string[];
  readonly trustDomains: readonly string[];
  readonly tcp: boolean;
  readonly rootNamespace?: string;
  readonly grpcProviders?: readonly string[];
}

/** Who decides about requests to it. */
export function evaluator(stage: Stage): (request: AnyRequest) => boolean {
  const { plane, namespace, labels, policies, ports, issuers, tcp } = stage;
  const [trustDomain, ...trustDomainAliases] = stage.trustDomains;
  const mesh = Mesh.of([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: plane === 'sidecar' ? { 'istio-injection': 'enabled' } : { 'istio.io/dataplane-mode': 'ambient' } } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { namespace, name: 'judged' },
      spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'main', ports: ports.map(containerPort => ({ containerPort })) }] } } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace, name: 'judged' },
      spec: { selector: labels, ports: ports.map(port => ({ port, name: `${tcp ? 'tcp' : 'http'}-${port}` })) },
    },
    {
      apiVersion: 'security.istio.io/v1',
      kind: 'RequestAuthentication',
      metadata: { namespace, name: 'tokens' },
      spec: { jwtRules: issuers.map(issuer => ({ issuer, jwksUri: 'https://id.example/keys' })) },
    },
    ...policies,
  ], { trustDomain, trustDomainAliases, rootNamespace: stage.rootNamespace, grpcProviders: stage.grpcProviders });
  return request => decide(mesh, asked(`${namespace}/judged`, request, tcp)).allowed;
}

function asked(to: string, request: AnyRequest, tcp: boolean): MeshRequest {
  const { identity, port, sourceAddress, remoteAddress, destinationAddress, sni, method, path, host, headers, claims } = request;
  const { iss, sub, aud, ...more } = claims ?? { iss: '' };
  const token = claims && { issuer: iss, subject: sub, audiences: aud, claims: more };
  return {
    to,
    port,
    sourceAddress,
    remoteAddress,
    destinationAddress,
    sni,
    ...identity === undefined ? { plaintext: true } : { identity: showIdentity(identity) },
    ...tcp ? {} : { http: { method, path, host, headers, token } },
  };
}

/** The same request in the words of Envoy. */
export function inEnvoy({ identity, method, path, host, headers, claims, ...rest }: AnyRequest, tcp: boolean): EnvoyRequest {
  return {
    ...rest,
    ...identity === undefined ? {} : { principal: `spiffe://${showIdentity(identity)}` },
    ...tcp ? {} : { headers: { ...headers, ':method': method, ':path': path, ':authority': host }, claims },
  };
}
