import { demand, only } from './demand';
import { readSelector } from './target';
import { carries, Labels } from '../../network/oracle/selector';

/** `DISABLE` means no mutual TLS at all, so that nobody has an identity. */
export type MtlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';

export interface PeerAuthentication {
  readonly namespace: string;
  readonly name: string;
  readonly matchLabels: Labels;
  /** Undefined where it is left to the wider policy. */
  readonly mode?: MtlsMode;
  readonly ports: ReadonlyMap<number, MtlsMode | undefined>;
}

interface Labelled {
  readonly namespace: string;
  readonly labels: Labels;
}

export function readPeerAuthentication(manifest: any): PeerAuthentication {
  const { namespace = 'default', name } = manifest.metadata;
  const at = `PeerAuthentication ${namespace}/${name}`;
  const spec = manifest.spec ?? {};
  only(at, spec, ['selector', 'mtls', 'portLevelMtls']);
  const { matchLabels = {} } = readSelector(at, spec.selector);
  const ports = Object.entries(spec.portLevelMtls ?? {}).map(([port, mtls]): [number, MtlsMode | undefined] => {
    demand(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535, `port of ${at}`, port);
    return [Number(port), readMode(`port ${port} of ${at}`, mtls)];
  });
  demand(spec.portLevelMtls == null || (ports.length > 0 && Object.keys(matchLabels).length > 0), `portLevelMtls without selector of ${at}`, spec.portLevelMtls);
  return { namespace, name, matchLabels, mode: readMode(at, spec.mtls), ports: new Map(ports) };
}

function readMode(at: string, mtls: any): MtlsMode | undefined {
  if (mtls == null) { return undefined; }
  only(`mtls of ${at}`, mtls, ['mode']);
  const mode = mtls.mode ?? 'UNSET';
  demand(['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'].includes(mode), `mode of ${at}`, mode);
  return mode === 'UNSET' ? undefined : mode;
}

/**
 * The mode of a port of a workload: that of the port, of the workload, of its namespace or of the mesh, the first that is set. A policy of
 * the root namespace with a selector is for nobody. Where two stand for the same, Istio takes the older one; manifests have no age, so two
 * are refused.
 *
 * @see https://istio.io/latest/docs/concepts/security/#peer-authentication
 */
export function mtlsMode(policies: readonly PeerAuthentication[], root: string, { namespace, labels }: Labelled, port: number): MtlsMode {
  const wide = (policy: PeerAuthentication) => Object.keys(policy.matchLabels).length === 0;
  const ofMesh = one(policies.filter(policy => policy.namespace === root && wide(policy)));
  const own = policies.filter(policy => policy.namespace === namespace && namespace !== root);
  const ofNamespace = one(own.filter(wide));
  const ofWorkload = one(own.filter(policy => !wide(policy) && carries(labels, policy.matchLabels)));
  return ofWorkload?.ports.get(port) ?? ofWorkload?.mode ?? ofNamespace?.mode ?? ofMesh?.mode ?? 'PERMISSIVE';
}

function one(policies: readonly PeerAuthentication[]): PeerAuthentication | undefined {
  if (policies.length > 1) {
    const names = policies.map(({ namespace, name }) => `${namespace}/${name}`).join(' and ');
    throw new Error(`PeerAuthentication: got ${names} for the same workload, expected one of each scope`);
  }
  return policies[0];
}
