/** Made up, and put together here so that no scanner takes this file for a leak. */
const made = (...parts: string[]) => parts.join('');
const RANDOM = 'q7Rk2ZbX9mTf4LwPd8Yc1VnHs6Jg3Ka5Qe0';
const PEM = made('-----BEGIN EC PRIV', 'ATE KEY-----\nMHcCAQEEIBkg4LVWM9nu\n-----END EC PRIV', 'ATE KEY-----');

/** Kind and text of credentials as their makers form them. */
export const CREDENTIALS: readonly [string, string][] = [
  ['private key', PEM],
  ['private key', made('-----BEGIN PGP PRIV', 'ATE KEY BLOCK-----\nlQOYBF')],
  ['age key', made('AGE-SECRET-', 'KEY-1QQPQ0DLXNGJPX8VYTNL2MQD3VYTNL2MQD3VYTNL2MQD3')],
  ['JSON Web Token', made('ey', 'JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.', 'dBjftJeZ4CVP')],
  ['AWS key id', made('AK', 'IAIOSFODNN7EXAMPLE')],
  ['GitHub token', made('gh', 'p_', RANDOM)],
  ['GitHub token', made('github', '_pat_', RANDOM)],
  ['GitLab token', made('glp', 'at-', RANDOM.slice(0, 20))],
  ['Slack token', made('xo', 'xb-123456789012-', RANDOM)],
  ['Stripe key', made('sk', '_live_', RANDOM)],
  ['Google key', made('AI', 'za', RANDOM)],
  ['npm token', made('np', 'm_', RANDOM, 'a')],
  ['PyPI token', made('py', 'pi-', RANDOM, RANDOM)],
  ['Docker token', made('dck', 'r_pat_', RANDOM)],
  ['SendGrid key', made('S', 'G.', RANDOM.slice(0, 22), '.', RANDOM)],
  ['Vault token', made('hv', 's.', RANDOM)],
  ['DigitalOcean token', made('do', 'p_v1_', '0a'.repeat(32))],
  ['Hugging Face token', made('h', 'f_', 'abCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGh')],
  ['API key', made('sk', '-proj-', RANDOM)],
  ['bootstrap token', made('07401b', '.f395accd246ae52d')],
  ['random text', made('wJalrXUtnFEMI', '/K7MDENG/bPxRfiCYEXAMPLEKEY')],
  ['random text', RANDOM],
];
