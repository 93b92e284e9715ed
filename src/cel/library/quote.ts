const ESCAPES: { readonly [character: string]: string } = {
  '\u0007': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\', '"': '\\"',
};

/** A text in double quotes, with the escapes of the language. */
export function quote(text: string): string {
  return `"${text.replace(/[\u0007-\r\\"]/g, character => ESCAPES[character]).replace(/\p{Cs}/gu, '\ufffd')}"`;
}

/** A text in double quotes as Go writes it with `%q`: what is not printed stands as an escape. */
export function quoteAsGo(text: string): string {
  const escaped = [...text].map(point => ESCAPES[point] ?? (isPrinted(point) ? point : codeOf(point)));
  return `"${escaped.join('')}"`;
}

function isPrinted(point: string): boolean {
  return point === ' ' || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(point);
}

function codeOf(point: string): string {
  const code = point.codePointAt(0)!;
  if (code < 0x80) { return `\\x${code.toString(16).padStart(2, '0')}`; }
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
