import type { RuleGroup } from '../rule-group';
import { authorizationPolicyClosed } from '../rules/authorization-policy-closed';
import { destinationTlsOn } from '../rules/destination-tls-on';
import { ingressAnnotationsUninjected } from '../rules/ingress-annotations-uninjected';
import { ingressHostSet } from '../rules/ingress-host-set';
import { ingressSnippetsUnset } from '../rules/ingress-snippets-unset';
import { ingressTlsSet } from '../rules/ingress-tls-set';
import { networkPolicyNotOpen } from '../rules/network-policy-not-open';
import { nodePortUnused } from '../rules/node-port-unused';
import { peerMtlsOn } from '../rules/peer-mtls-on';
import { privilegedPortUnused } from '../rules/privileged-port-unused';
import { serviceExternalIpsUnset } from '../rules/service-external-ips-unset';
import { serviceLoadBalancerSourcesSet } from '../rules/service-load-balancer-sources-set';
import { sshPortUnused } from '../rules/ssh-port-unused';
import { virtualServiceHostsNamed } from '../rules/virtual-service-hosts-named';

export const NETWORK: RuleGroup = {
  title: 'Who reaches whom',
  rules: [
    authorizationPolicyClosed,
    destinationTlsOn,
    ingressAnnotationsUninjected,
    ingressHostSet,
    ingressSnippetsUnset,
    ingressTlsSet,
    networkPolicyNotOpen,
    nodePortUnused,
    peerMtlsOn,
    privilegedPortUnused,
    serviceExternalIpsUnset,
    serviceLoadBalancerSourcesSet,
    sshPortUnused,
    virtualServiceHostsNamed,
  ],
};
