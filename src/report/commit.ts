import * as fs from 'fs';
import * as path from 'path';

/** Where systems that build say which commit they have checked out. */
const VARIABLES = [
  'GIT_COMMIT', 'GITHUB_SHA', 'CI_COMMIT_SHA', 'BUILD_SOURCEVERSION', 'CIRCLE_SHA1', 'BITBUCKET_COMMIT', 'BUILDKITE_COMMIT', 'DRONE_COMMIT_SHA',
];

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Branches that can be looked up without leaving the folder of the repository. */
const BRANCH = /^ref: (refs\/(?!.*\.\.)[\w./@+-]+)$/;

/**
 * The commit that is checked out, where the environment or the folder of the program tells it: no other program is asked. Whether files differ
 * from it, nobody looks.
 */
export function commitOf(folder: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return VARIABLES.map(name => environment[name]).find(isCommit) ?? headOf(folder);
}

function isCommit(text: string | undefined): text is string {
  return COMMIT.test(text ?? '');
}

function headOf(folder: string): string | undefined {
  const repository = repositoryOf(folder);
  const head = repository && read(repository, 'HEAD');
  if (isCommit(head)) { return head; }
  const branch = BRANCH.exec(head ?? '')?.[1];
  if (repository === undefined || branch === undefined) { return undefined; }
  // A worktree has a HEAD of its own, and shares its branches.
  const shared = path.resolve(repository, read(repository, 'commondir') ?? '.');
  return [read(repository, branch), read(shared, branch), packed(shared, branch)].find(isCommit);
}

/** The nearest one above: a folder, or a file that names it. */
function repositoryOf(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const git = path.join(at, '.git');
    const kind = fs.statSync(git, { throwIfNoEntry: false });
    if (kind?.isDirectory()) { return git; }
    const named = kind?.isFile() ? /^gitdir: (.+)$/.exec(read(at, '.git') ?? '')?.[1] : undefined;
    if (named !== undefined) { return path.resolve(at, named); }
    if (path.dirname(at) === at) { return undefined; }
  }
}

function packed(repository: string, branch: string): string | undefined {
  return read(repository, 'packed-refs')?.split('\n').find(line => line.endsWith(` ${branch}`))?.split(' ')[0];
}

function read(folder: string, name: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder, name), 'utf8').trim();
  } catch {
    return undefined;
  }
}
