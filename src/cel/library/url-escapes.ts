/** The parts of an address, each with the characters that may stand in it as they are. */
export type UrlPart = 'path' | 'host' | 'zone' | 'user' | 'query' | 'fragment';

const HOST = /^[A-Za-z0-9\-._~!"$&'()*+,:;<=>[\]]$/;
const PLAIN: { readonly [part in UrlPart]: RegExp } = {
  path: /^[A-Za-z0-9\-._~$&+,/:;=@]$/,
  host: HOST,
  zone: HOST,
  user: /^[A-Za-z0-9\-._~$&+,;=]$/,
  query: /^[A-Za-z0-9\-._~]$/,
  fragment: /^[A-Za-z0-9\-._~!$&()*+,/:;=?@]$/,
};

/** May stand in a path or a fragment that was written by hand, though escaping it anew would not leave it. */
const TOLERATED = /^[!$&'()*+,;=:@[\]%]$/;

/** The bytes that a part stands for; nothing where it is not well written. */
export function unescaped(text: string, part: UrlPart): Buffer | undefined {
  const isHost = part === 'host' || part === 'zone';
  const bytes: number[] = [];
  const written = Buffer.from(text);
  for (let i = 0; i < written.length; i++) {
    const character = String.fromCharCode(written[i]);
    if (character === '%') {
      const digits = written.toString('latin1', i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits) || isHost && !mayBeEscaped(parseInt(digits, 16), part)) { return undefined; }
      bytes.push(parseInt(digits, 16));
      i += 2;
    } else if (isHost && written[i] < 0x80 && !HOST.test(character)) {
      return undefined;
    } else {
      bytes.push(part === 'query' && character === '+' ? 0x20 : written[i]);
    }
  }
  return Buffer.from(bytes);
}

/** In a host only what is beyond ASCII is, and the sign of escapes itself; in a zone what might stand there anyway, and a space. */
function mayBeEscaped(byte: number, part: UrlPart): boolean {
  if (byte === 0x25) { return true; }
  return part === 'host' ? byte >= 0x80 : byte === 0x20 || HOST.test(String.fromCharCode(byte));
}

export function escaped(bytes: Buffer, part: UrlPart): string {
  return [...bytes].map(byte => {
    const character = String.fromCharCode(byte);
    return PLAIN[part].test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** As it was written where that can stand; otherwise all of it is escaped anew. */
export function kept(text: string, part: 'path' | 'fragment'): string {
  const isKept = [...text].every(character => TOLERATED.test(character) || PLAIN[part].test(character));
  return isKept ? text : escaped(unescaped(text, part) ?? Buffer.from(text), part);
}
