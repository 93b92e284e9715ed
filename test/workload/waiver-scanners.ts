/*
 * Each scanner reads the annotations in a way of its own, and some ways have traps. They are read here as the scanners read them, from the
 * manifest as it is written, whatever the reason says.
 */

const annotationsOf = (json: any): [string, string][] => Object.entries(json.metadata.annotations);

/** checkov takes every annotation whose key has the word, splits the value at `=`, and ends with an error at more than two parts. */
export function checkov(json: any): string[] {
  return annotationsOf(json).filter(([key]) => key.includes('checkov.io/skip')).map(([, value]) => {
    const parts = value.split('=');
    if (parts.length !== 2 || /[\r\n]/.test(value)) { throw new Error(`checkov ends at ${JSON.stringify(value)}`); }
    expect(parts[1].length).toBeGreaterThan(0);
    expect([...parts[1]].length).toBeLessThanOrEqual(250);
    return parts[0];
  });
}

/** kube-linter takes the check from the key, and shows the value in a table. */
export function kubeLinter(json: any): string[] {
  return annotationsOf(json).filter(([key]) => key.startsWith('ignore-check.kube-linter.io/')).map(([key, value]) => {
    expect(value).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,500}$/u);
    return key.slice('ignore-check.kube-linter.io/'.length);
  });
}

/** kube-score splits one value at commas and trims nothing. */
export const kubeScore = (json: any) => json.metadata.annotations['kube-score/ignore'].split(',');

/** Polaris takes only the very word. */
export function polaris(json: any): string[] {
  return annotationsOf(json).filter(([key, value]) => key.startsWith('polaris.fairwinds.com/') && key.endsWith('-exempt') && value === 'true')
    .map(([key]) => key.slice('polaris.fairwinds.com/'.length, -'-exempt'.length));
}
