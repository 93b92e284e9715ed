#!/usr/bin/env node
import { auditCommand } from './audit-command';
import { expectedOf, USAGE } from './audit-options';
import { sentence } from '../kube/problem';

const [command, ...args] = process.argv.slice(2);

/** Waits until it is on its way, so that a long report does not pile up behind a slow reader. */
const writer = (stream: NodeJS.WritableStream) => ({ write: (text: string) => new Promise<void>(done => { stream.write(text, () => done()); }) });

// Whoever reads the output may stop early, as `head` does. That is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') { throw error; }
});

// The code is set and the process left to end by itself: output to a pipe may still be on its way.
if (command === 'audit') {
  void auditCommand(args, { stdin: process.stdin, stdout: writer(process.stdout), stderr: writer(process.stderr), cwd: process.cwd() })
    .then(code => { process.exitCode = code; });
} else if (command === '--help' || command === '-h' || command === 'help') {
  process.stdout.write(USAGE);
} else if (command === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  process.stderr.write(`${sentence({ what: 'command is unknown', got: command, expected: expectedOf(command, ['audit']), todo: 'see npx cdk8s-hardened --help' })}\n`);
  process.exitCode = 2;
}
