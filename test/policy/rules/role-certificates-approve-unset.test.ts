import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleCertificatesApproveUnset } from '../../../src/policy/rules/role-certificates-approve-unset';

const { given, near } = rights({ verbs: ['approve'], groups: ['certificates.k8s.io'], resources: ['signers'] });
const NAMED = { resourceNames: ['kubernetes.io/kube-apiserver-client'] };

holds(roleCertificatesApproveUnset, {
  'there are no rules': { object: {} },
  'signers are only read': role(['get'], ['signers'], 'certificates.k8s.io'),
  'requests are made': role(['create'], ['certificatesigningrequests'], 'certificates.k8s.io'),
  'the signer is of somebody else': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['issuers.cert-manager.io/*'] }),
  ...near,
  'the signer of users is only read': role(['get'], ['signers'], 'certificates.k8s.io', NAMED),
  'something else has the name of the signer of users': role(['approve'], ['widgets'], 'certificates.k8s.io', NAMED),
  'all is done to the signer of somebody else': role(['*'], ['signers'], 'certificates.k8s.io', { resourceNames: ['issuers.cert-manager.io/*'] }),
});

fails(roleCertificatesApproveUnset, {
  'it is any signer': role(['approve'], ['signers'], 'certificates.k8s.io'),
  'it is that of users': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['kubernetes.io/kube-apiserver-client'] }),
  'one of several is that of nodes': role(['approve'], ['signers'], 'certificates.k8s.io', { resourceNames: ['example.com/web', 'kubernetes.io/kubelet-serving'] }),
  'all is done to everything': role(['*'], ['*'], '*'),
  ...given,
  'all is done to the signer of users': role(['*'], ['signers'], 'certificates.k8s.io', NAMED),
  'everything of the group with the name of the signer of users is approved': role(['approve'], ['*'], 'certificates.k8s.io', NAMED),
  'the signer of users is approved among others': role(['get', 'approve'], ['widgets', 'signers'], 'certificates.k8s.io', NAMED),
});
