/** Texts that give somebody rights, by the form that their makers gave them so that they can be found. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['private key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,60}-----|$)/g],
  ['age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/g],
  ['JSON Web Token', /\beyJ[\w-]{8,1024}(?:\.[\w-]*)+/g],
  ['AWS key id', /\b(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}\b/g],
  ['GitHub token', /\b(?:gh[opsur]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g],
  ['GitLab token', /\bgl[a-z]{2,6}-[\w-]{20,}/g],
  ['Slack token', /\bx(?:ox[a-z]|app)-[\w-]{10,}|\bhooks\.slack\.com\/services\/[\w/]+/g],
  ['Stripe key', /\b(?:[prs]k_(?:live|test)|whsec)_\w{16,}/g],
  ['Google key', /\bAIza[\w-]{35}|\bGOCSPX-[\w-]{20,}|\bya29\.[\w-]{20,}/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}/g],
  ['PyPI token', /\bpypi-[\w-]{50,}/g],
  ['Docker token', /\bdckr_[a-z]{2,5}_[\w-]{20,}/g],
  ['SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{16,}/g],
  ['Vault token', /\bhv[bsr]\.[\w-]{20,}/g],
  ['DigitalOcean token', /\bdo[opr]_v1_[0-9a-f]{64}/g],
  ['Hugging Face token', /\bhf_[A-Za-z]{30,}/g],
  ['API key', /\bsk-(?=[\w-]*\d)[\w-]{20,}/g],
  ['bootstrap token', /(?<![\w.-])(?=[a-z]*\d)[a-z0-9]{6}\.(?=[a-z]*\d)[a-z0-9]{16}(?![\w.-])/g],
];

/** `postgres://user:password@host`, in the id of a construct with hyphens for slashes; the address of an image with its digest looks alike. */
const USER_INFO = /\b([a-z][a-z0-9+.-]{0,30}:(?:\/\/|----))([^\s/?#@:"'<]{0,256}:[^\s"'<]{1,512})@(?!sha(?:256|512):)/gi;

const HEADER = /\b(bearer|basic)( +)(?=\S*[\dA-Z])([A-Za-z0-9+/=._~-]{16,})/gi;

const NAMES = 'pass(?:word|wd|phrase)|pwd|secret|token|credentials?|(?:api|access|account|private|shared[-_.]?access|signing|encryption)[-_.]?key|sig';
const ASSIGNED = new RegExp(`(\\b[\\w.-]{0,64}(?:${NAMES}) ?= ?)("[^"]*"|'[^']*'|[^\\s"'&;,<]+)`, 'gi');
const LINE = new RegExp(`^([ \\t]*["']?[\\w.-]{0,64}(?:${NAMES})["']?[ \\t]*[=:][ \\t]*)(\\S[^\\n]*)$`, 'gim');
const NAMED = new RegExp(`(?:${NAMES})$`, 'i');

const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** Random letters change between small, capital and digit at three places of five; names of words and digests seldom do but at these. */
const WORD = /[A-Z][a-z]{3,}|[0-9a-f]{8,}|[a-z]{4,}/g;
const WINDOW = 20;
const LEAST_CHANGES = 6;

/** Whether what stands under a name is a credential, if the name tells the truth. */
export function namesCredential(name: string): boolean {
  return NAMED.test(name);
}

/** A text with everything in it that looks like a credential told by its kind and length; no reader of a log needs more. */
export function withoutCredentials(text: string): string {
  const known = KINDS.reduce((rest, [kind, form]) => rest.replace(form, found => told(kind, found)), text);
  return known
    .replace(USER_INFO, (_, scheme, found) => `${scheme}${told('user and password', found)}@`)
    .replace(HEADER, (_, scheme, space, found) => `${scheme}${space}${told('credential', found)}`)
    .replace(ASSIGNED, (_, name, found) => `${name}${told('credential', found)}`)
    .replace(RUN, found => isRandom(found) ? told('random text', found) : found);
}

/** The same of a value by itself: it has lines of its own, and digits alone can be a key, which beside other words are a digest or a version. */
export function valueWithoutCredentials(value: string): string {
  if (/^[0-9a-f]{32,}$/i.test(value)) { return told('random text', value); }
  return withoutCredentials(value).replace(LINE, (line, name, found) => found.startsWith('<') ? line : `${name}${told('credential', found)}`);
}

/** How a credential is shown: by its kind and its length. */
export function told(kind: string, { length }: string): string {
  return `<${kind} of ${length} character${length === 1 ? '' : 's'}>`;
}

/** Digests and ids have no capitals or no small letters; the names of kinds and fields seldom have digits. */
function isRandom(text: string): boolean {
  if (![/[a-z]/, /[A-Z]/, /\d/].every(some => some.test(text))) { return false; }
  const letters = text.replace(WORD, word => '-'.repeat(word.length));
  const changes = letters.split('').map((letter, i): number => i > 0 && isChange(letters[i - 1], letter) ? 1 : 0);
  let inWindow = 0;
  return changes.some((change, i) => {
    inWindow += change - (changes[i - WINDOW] ?? 0);
    return inWindow >= LEAST_CHANGES;
  });
}

function isChange(before: string, after: string): boolean {
  return /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) && classOf(before) !== classOf(after);
}

function classOf(letter: string): number {
  if (letter <= '9') { return 0; }
  return letter <= 'Z' ? 1 : 2;
}
