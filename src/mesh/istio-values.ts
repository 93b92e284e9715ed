import { IstioDataPlane } from './istio-data-plane';
import type { IstioPlatform } from './istio-platform';
import { IstioVersion } from './istio-version';

/** What the values of the charts are made from. */
export interface IstioValuesSettings {
  readonly dataPlane: IstioDataPlane;
  readonly istioVersion: IstioVersion;
  readonly rootNamespace: string;
  readonly trustDomain: string;
  readonly clusterDomain: string;
  /** None is the one without a name. */
  readonly revision?: string;
  readonly platform?: IstioPlatform;
  readonly blockedJwksCidrs: readonly string[];
}

type Values = Record<string, unknown>;

const SECCOMP = { seccompProfile: { type: 'RuntimeDefault' } };

/** The first with policies of the network in its charts. */
const HAS_POLICIES = IstioVersion.V1_28;

/** Values of each chart, by its name. */
export function istioValues(settings: IstioValuesSettings): Map<string, Values> {
  return new Map([
    ['base', baseValues(settings)],
    ['istiod', istiodValues(settings)],
    ['cni', cniValues(settings)],
    ...(settings.dataPlane === IstioDataPlane.AMBIENT ? [['ztunnel', ztunnelValues(settings)] as const] : []),
    ['gateway', gatewayValues(settings)],
  ]);
}

function shared({ istioVersion, platform }: IstioValuesSettings): Values {
  return {
    ...(istioVersion.atLeast(HAS_POLICIES) ? { networkPolicy: { enabled: true } } : {}),
    ...(platform === undefined ? {} : { platform }),
  };
}

function revisionOf({ revision }: IstioValuesSettings): Values {
  return revision === undefined ? {} : { revision };
}

function profileOf({ dataPlane }: IstioValuesSettings): Values {
  return dataPlane === IstioDataPlane.AMBIENT ? { profile: 'ambient' } : {};
}

function baseValues({ rootNamespace, revision }: IstioValuesSettings): Values {
  return { defaultRevision: revision ?? 'default', global: { istioNamespace: rootNamespace } };
}

function istiodValues(settings: IstioValuesSettings): Values {
  const { rootNamespace, trustDomain, clusterDomain, blockedJwksCidrs } = settings;
  return {
    ...profileOf(settings),
    ...revisionOf(settings),
    gateways: SECCOMP,
    global: {
      ...shared(settings),
      istioNamespace: rootNamespace,
      proxy: { clusterDomain, ...SECCOMP },
      variant: 'distroless',
    },
    meshConfig: {
      meshMTLS: { minProtocolVersion: 'TLSV1_3' },
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
      pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' },
      tlsDefaults: { minProtocolVersion: 'TLSV1_3' },
      trustDomain,
    },
    pilot: {
      cni: { enabled: true },
      env: { BLOCKED_CIDRS_IN_JWKS_URIS: blockedJwksCidrs.join(), ENABLE_DEBUG_ON_HTTP: 'false' },
      // Without any address, the plaintext port would not be closed: it would be served on that of the readiness probe.
      extraContainerArgs: ['--grpcAddr=127.0.0.1:15010'],
      ...SECCOMP,
    },
  };
}

function cniValues(settings: IstioValuesSettings): Values {
  return { ...profileOf(settings), ...revisionOf(settings), cni: SECCOMP, ...globalOf(settings, { variant: 'distroless' }) };
}

function ztunnelValues(settings: IstioValuesSettings): Values {
  return { ...revisionOf(settings), ...globalOf(settings), istioNamespace: settings.rootNamespace, variant: 'distroless' };
}

/** For pods that somebody else than istiod makes. */
function gatewayValues(settings: IstioValuesSettings): Values {
  return {
    ...revisionOf(settings),
    ...globalOf(settings),
    autoscaling: { minReplicas: 2 },
    podDisruptionBudget: { maxUnavailable: 1 },
    // The chart's own, which this takes the place of, and a profile beside it.
    securityContext: { ...SECCOMP, sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] },
    service: { externalTrafficPolicy: 'Local' },
  };
}

function globalOf(settings: IstioValuesSettings, more: Values = {}): Values {
  const all = { ...shared(settings), ...more };
  return Object.keys(all).length > 0 ? { global: all } : {};
}
