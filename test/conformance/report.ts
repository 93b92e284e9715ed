/** What became of one case. */
export type Outcome = 'passed' | 'failed' | 'skipped';

export interface Verdict {
  readonly suite: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly why?: string;
}

const MARKS: { readonly [outcome in Outcome]: string } = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };
const indented = (text: string) => text.trimEnd().split('\n').map(line => `         ${line}`).join('\n');

/** Says at once what happens, and remembers what became of it. */
export class Report {
  public readonly verdicts: Verdict[] = [];

  constructor(private readonly suite: string, private readonly say: (line: string) => void = console.log) {}

  /** What happens now: one line that explains the wait. */
  public step(text: string): void {
    this.say(`  ${text}`);
  }

  public pass(name: string): void {
    this.add('passed', name);
  }

  public fail(name: string, why: string): void {
    this.add('failed', name, why);
  }

  public skip(name: string, why: string): void {
    this.add('skipped', name, why);
  }

  /** One case: it holds unless the function throws. */
  public async check(name: string, holds: () => unknown): Promise<void> {
    try {
      await holds();
      this.pass(name);
    } catch (error) {
      this.fail(name, error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * One case with a fault that we planted: it holds if the judge finds it, for a judge that finds nothing proves nothing.
   *
   * @param found what the judge said; nothing if it was content
   */
  public planted(name: string, found: readonly string[], expected: RegExp): void {
    const isFound = found.some(line => expected.test(line));
    if (isFound) { this.pass(`planted: ${name}`); } else { this.fail(`planted: ${name}`, `not found: got ${found.join('; ') || 'nothing'}, expected ${expected}`); }
  }

  public count(outcome: Outcome): number {
    return this.verdicts.filter(verdict => verdict.outcome === outcome).length;
  }

  private add(outcome: Outcome, name: string, why?: string): void {
    this.verdicts.push({ suite: this.suite, name, outcome, why });
    this.say(`    ${MARKS[outcome]} ${name}${why ? `\n${indented(why)}` : ''}`);
  }
}
