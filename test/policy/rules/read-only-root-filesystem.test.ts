import { fails, holds } from './cases';
import { readOnlyRootFilesystem } from '../../../src/policy/rules/read-only-root-filesystem';

const root = (readOnly: boolean) => ({ container: { securityContext: { readOnlyRootFilesystem: readOnly } } });

holds(readOnlyRootFilesystem, {
  'it is read-only': root(true),
  'the pod is for Windows': { pod: { os: { name: 'windows' } } },
});

fails(readOnlyRootFilesystem, {
  'nothing is said': {},
  'it can be written': root(false),
  'the pod is for Linux': { ...root(false), pod: { os: { name: 'linux' } } },
});
