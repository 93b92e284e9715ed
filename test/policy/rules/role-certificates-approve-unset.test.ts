import { fails, holds } from './cases';
import { roleCertificatesApproveUnset } from '../../../src/policy/rules/role-certificates-approve-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleCertificatesApproveUnset, {
  'there are no rules': { object: {} },
  'signers are only read': role(['get'], ['signers'], 'certificates.k8s.io'),
  'requests are made': role(['create'], ['certificatesigningrequests'], 'certificates.k8s.io'),
  'the signer is of somebody else': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['issuers.cert-manager.io/*'] }),
});

fails(roleCertificatesApproveUnset, {
  'it is any signer': role(['approve'], ['signers'], 'certificates.k8s.io'),
  'it is that of users': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['kubernetes.io/kube-apiserver-client'] }),
  'one of several is that of nodes': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['example.com/web', 'kubernetes.io/kubelet-serving'] }),
  'all is done to everything': role(['*'], ['*'], '*'),
});
