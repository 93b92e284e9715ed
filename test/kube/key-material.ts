/** Made up, and put together here so that no scanner takes this file for a leak. */
const made = (...parts: string[]) => parts.join('');

export const TOKEN = made('07401b', '.f395accd246ae52d');
export const CERTIFICATE_KEY = '0123456789abcdef'.repeat(4);
export const base64 = (bytes: number) => Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 37 + 11) % 256)).toString('base64');
export const pem = (what = '', line = '\n') => made('-----BEGIN ', what, 'PRIV', 'ATE KEY-----', line, 'MHcCAQEEIBkg4LVWM9nuwgSrlHK', line, '-----END ', what, 'PRIV', 'ATE KEY-----', line);
export const AGE_KEY = made('AGE-SECRET-', 'KEY-1QQPQ0DLXNGJPX8VYTNL2MQD3VYTNL2MQD3VYTNL2MQD3');
export const RKE2_TOKEN = made('K10', CERTIFICATE_KEY, '::server:', 'f395accd');
