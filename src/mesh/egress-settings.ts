import { isIP } from 'node:net';
import type { EgressHostProps } from './egress-host-props';
import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { AppProtocol, checkPort } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';
import type { EgressShape } from '../network/peer';

/** A host outside with every value checked and settled. */
export interface EgressSettings {
  /** Of its Gateway, for which Istio takes no dots. */
  readonly name: string;
  readonly host: string;
  /** What is spoken, in the words of Istio. */
  readonly protocol: string;
  readonly egress: EgressShape;
}

const PROTOCOLS: ReadonlyMap<AppProtocol, string> = new Map([[AppProtocol.TLS, 'TLS'], [AppProtocol.HTTPS, 'HTTPS'], [AppProtocol.TCP, 'TCP']]);

/** Checks the props of a host outside and settles their values. */
export function settleEgress(id: string, namespace: string, props: EgressHostProps): EgressSettings {
  const { host, appProtocol = AppProtocol.TLS, gateway, gatewayService, gatewayPort } = checkStruct(`properties of EgressHost "${id}"`, props);
  if (typeof host !== 'string' || isIP(host) !== 0 || !host.includes('.') || host.includes('*')) {
    refuse({
      what: 'host of an EgressHost', got: host, expected: 'a full name, such as api.example.com, and no wildcard', todo: 'use External.cidr for addresses',
    });
  }
  const protocol = PROTOCOLS.get(appProtocol);
  if (protocol === undefined) {
    refuse({
      what: `appProtocol of EgressHost "${id}"`,
      got: appProtocol,
      expected: `one of ${[...PROTOCOLS.keys()].join(', ')}: what leaves the cluster is encrypted by the caller`,
      todo: 'have the caller speak TLS',
    });
  }
  if (gateway === undefined && (gatewayService !== undefined || gatewayPort !== undefined)) {
    refuse({ what: `EgressHost "${id}" names parts of a gateway`, got: { gatewayService, gatewayPort }, expected: 'its pods too', todo: 'pass them as gateway' });
  }
  const shape = gateway?.peer._shape;
  if (gateway !== undefined && (shape?.kind !== 'pods' || shape.serviceAccount === undefined)) {
    refuse({
      what: `gateway of EgressHost "${id}"`,
      got: gateway.peer.description,
      expected: 'pods with their service account',
      todo: 'pass Pods.inNamespace(namespace, labels, { serviceAccount })',
    });
  }
  return {
    name: checkDnsLabel('name of an EgressHost', props.name ?? id),
    host: checkDnsSubdomain('host of an EgressHost', host),
    protocol: protocol!,
    egress: {
      namespace,
      port: checkPort(`port of EgressHost "${id}"`, props.port ?? 443),
      ...(shape?.kind === 'pods' ? {
        gateway: {
          pods: shape,
          port: checkPort(`gatewayPort of EgressHost "${id}"`, gatewayPort ?? 443),
          service: checkDnsLabel(`gatewayService of EgressHost "${id}"`, gatewayService ?? shape.serviceAccount!),
        },
      } : {}),
    },
  };
}
