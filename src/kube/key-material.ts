/** Key material that was found: what it is and where, and never the material itself. */
export interface KeyMaterial {
  /** Such as `private key`. */
  readonly what: string;
  /** The field, such as `data.tls.key`, or the line, such as `line 3`. */
  readonly where: string;
}

/** The shortest of all is a bootstrap token. */
const SHORTEST = 23;

/** Whether it is worth to look closely. Most texts of a manifest hold none of these. */
const CANDIDATE = /PRIVATE KEY|LS0tLS1CRUdJTi|AGE-SECRET|K10[0-9a-f]{16}|token|TOKEN|Token|[kK][eE][yY]|[sS]ecret|SECRET|psk|PSK/;

/** A key of 16, 24 or 32 bytes in base64. */
const KEY = '(?:[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)';
const WHOLE_KEY = new RegExp(`^${KEY}$`);
/** Names that say that a key follows; of a pair of keys, the public one is none. */
const KEY_NAME = /(?:secret|key|psk|kek|dek)[-_.]?\d*$/i;
const PUBLIC_NAME = /pub(?:lic)?[-_.]?key[-_.]?\d*$/i;

/** With a digit on each side: `images.internalregistry` has the same number of letters. */
const TOKEN = '(?=[a-z]*\\d)[a-z0-9]{6}\\.(?=[a-z]*\\d)[a-z0-9]{16}';
const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`);
const WHOLE_CERTIFICATE_KEY = /^[0-9a-f]{64}$/i;
const CERTIFICATE_KEY_NAME = /certificate[-_]?key$/i;
const TOKEN_NAME = /token$/i;

/** Between a name and its value in YAML, JSON, a flag or an assignment. */
const IS = '["\']?(?:\\s*[:=]\\s*|\\s+)(?:[|>][-+]?\\s*)?(?:!!\\w+\\s+)?["\']?';
/** A line break, also as a text within a text writes it. */
const BREAK = '(?:\\s|\\\\+[rn])+';

const PEM = new RegExp(`-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----${BREAK}(?:[A-Za-z][\\w-]*: [^\\n\\\\]*${BREAK})*[A-Za-z0-9+/]{4}`, 'g');
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['private key', PEM],
  ['private key', /AGE-SECRET-KEY-1[0-9A-Z]{20,}/g],
  ['bootstrap token', new RegExp(`(?:token|token create)${IS}${TOKEN}(?![\\w.-])`, 'gi')],
  ['certificate key of kubeadm', new RegExp(`certificate[-_]?key${IS}[0-9a-f]{64}(?![0-9a-f])`, 'gi')],
  ['token of RKE2', /\bK10[0-9a-f]{64}::/g],
];
const NAMED_KEY = new RegExp(`(?<![\\w.-])([\\w.-]{1,64})${IS}${KEY}(?![A-Za-z0-9+/=])`, 'g');
/** `-----BEGIN ` in base64, as a kubeconfig holds keys. */
const ENCODED_PEM = /LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]+/g;

/** What a text holds of keys, by its lines. */
export function keyMaterialInText(text: string): KeyMaterial[] {
  if (text.length < SHORTEST || !CANDIDATE.test(text)) { return []; }
  const found: { readonly what: string; readonly at: number }[] = [];
  for (const [what, form] of FORMS) {
    for (const { index } of text.matchAll(form)) { found.push({ what, at: index }); }
  }
  for (const match of text.matchAll(NAMED_KEY)) {
    if (namesKey(match[1]) && isRandom(match[0].slice(match[1].length))) { found.push({ what: 'key', at: match.index }); }
  }
  for (const { 0: encoded, index } of text.matchAll(ENCODED_PEM)) {
    if (decoded(encoded).search(PEM) >= 0) { found.push({ what: 'private key', at: index }); }
  }
  return found.sort((a, b) => a.at - b.at).map(({ what, at }) => ({ what, where: `line ${text.slice(0, at).split('\n').length}` }));
}

/** What a text holds of keys that stands as a value under a name. */
export function keyMaterialOf(name: string, text: string): string[] {
  if (text.length < SHORTEST) { return []; }
  const isKey = (text.length === 24 || text.length === 32 || text.length === 44) && WHOLE_KEY.test(text) && namesKey(name) && isRandom(text);
  if (isKey) { return ['key']; }
  if (text.length === 64 && WHOLE_CERTIFICATE_KEY.test(text) && CERTIFICATE_KEY_NAME.test(name)) { return ['certificate key of kubeadm']; }
  if (text.length === SHORTEST && WHOLE_TOKEN.test(text) && TOKEN_NAME.test(name)) { return ['bootstrap token']; }
  return CANDIDATE.test(text) ? keyMaterialInText(text).map(({ what }) => what) : [];
}

const BARE_KEY = new RegExp(`(?<![A-Za-z0-9+/=])${KEY}(?![A-Za-z0-9+/=])`, 'g');
const BARE_HEX = /(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{48}|[0-9a-f]{64})(?![0-9a-f])/i;

/**
 * Whether a text that is meant for people, or a path, holds what could be a key, whatever name stands before it. Many a checksum looks like
 * one, so this is nothing for whole files.
 */
export function holdsBareKey(text: string): boolean {
  const isBare = (part: string) => [...part.matchAll(BARE_KEY)].some(([key]) => isRandom(key));
  // A slash is a letter of base64 too, and so is a part of a key or not.
  return keyMaterialInText(text).length > 0 || BARE_HEX.test(text) || [text, ...text.split('/')].some(isBare);
}

/** The text of base64; what is none gives a text that holds nothing. */
export function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1');
}

function namesKey(name: string): boolean {
  return KEY_NAME.test(name) && !PUBLIC_NAME.test(name);
}

/** 24 bytes have no padding to tell them from 32 letters of a name or a checksum, but they have letters of every kind. */
function isRandom(text: string): boolean {
  return text.endsWith('=') || [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(text));
}
