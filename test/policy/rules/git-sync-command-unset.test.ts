import { fails, holds } from './cases';
import { gitSyncCommandUnset } from '../../../src/policy/rules/git-sync-command-unset';

const variable = (name: string) => ({ container: { name: 'sync', env: [{ name: 'GITSYNC_REPO', value: 'https://git.example.com/site' }, { name, value: '/tmp/git' }] } });

holds(gitSyncCommandUnset, {
  'there are no variables': {},
  'others are set': variable('GITSYNC_ROOT'),
});

fails(gitSyncCommandUnset, {
  'it is set': variable('GITSYNC_GIT'),
  'it is set by its older name': variable('GIT_SYNC_GIT'),
});
