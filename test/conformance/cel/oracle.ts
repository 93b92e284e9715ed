import { ChildProcess, spawn } from 'child_process';
import { createInterface } from 'readline';

/** A question to the libraries of the API server. */
export interface Question {
  /** Minor version of the environment. */
  readonly minor: number;
  readonly functions?: boolean;
  readonly expression?: string;
  /** Names of variables, all of type `dyn`. */
  readonly variables: readonly string[];
  /** JSON objects with a value for each variable, as text. */
  readonly inputs?: readonly string[];
}

export interface Answer {
  readonly functions?: readonly string[];
  readonly refused?: string;
  readonly type?: string;
  readonly results?: readonly { readonly value?: unknown; readonly error?: string; readonly cost: number }[];
}

/** cel-go with the API server's own libraries, asked line by line. */
export class Oracle {
  private readonly child: ChildProcess;
  private readonly waiting: ((answer: Answer) => void)[] = [];

  constructor(program: string) {
    this.child = spawn(program, [], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.child.stdout! }).on('line', line => this.waiting.shift()!(JSON.parse(line)));
    this.child.on('exit', () => this.waiting.forEach(done => done({ refused: 'the oracle has ended' })));
  }

  public ask(question: Question): Promise<Answer> {
    const { inputs = [], ...rest } = question;
    // Inputs are put in as they are: numbers keep their form.
    const line = `${JSON.stringify(rest).slice(0, -1)},"inputs":[${inputs.join(',')}]}\n`;
    return new Promise(resolve => {
      this.waiting.push(resolve);
      this.child.stdin!.write(line);
    });
  }

  public stop(): void {
    this.child.kill('SIGKILL');
  }
}
