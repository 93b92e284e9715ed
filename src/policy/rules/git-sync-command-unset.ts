import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].env[*].name, and of init containers.
 * Allowed: any but GITSYNC_GIT and GIT_SYNC_GIT.
 */
export const gitSyncCommandUnset: Rule = {
  id: 'git-sync-command-unset',
  title: 'No variable says which program git-sync runs as git',
  why: 'Whatever stands there is run by git-sync, with its token and its network: whoever can write a variable runs a program',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "container.?env.orValue([]).all(variable, !(variable.name in ['GITSYNC_GIT', 'GIT_SYNC_GIT']))",
  message: 'variable says which program git-sync runs; remove it, and let git-sync run its own git',
  enforced: 'template',
  controls: {
    checkov: ['CKV_K8S_159'],
  },
};
