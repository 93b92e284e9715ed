import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { rke2Runbook } from '../../src/controlplane/rke2-runbook';

test('the runbook says from which patch on, what stays in clear, where the token is kept and how the key is changed', () => {
  const text = rke2Runbook(EncryptionProvider.secretbox({ escrow: 'safe of the team' }));
  for (const part of [
    'encrypts Secrets with secretbox. ConfigMaps and everything else stay in clear.', '1.30.12, 1.31.8, 1.32.4 and 1.33.0 or newer', 'in its escrow: safe of the team.',
    'rke2 secrets-encrypt rotate-keys', 'rke2 secrets-encrypt status',
  ]) { expect(text).toContain(part); }
});
