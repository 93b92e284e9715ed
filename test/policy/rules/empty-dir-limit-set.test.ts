import { fails, holds } from './cases';
import { emptyDirLimitSet } from '../../../src/policy/rules/empty-dir-limit-set';

const emptyDir = (of: object) => ({ volume: { name: 'data', emptyDir: of } });

holds(emptyDirLimitSet, {
  'it has one': emptyDir({ sizeLimit: '64Mi' }),
  'it is of another kind': { volume: { name: 'data', configMap: { name: 'shop' } } },
});

fails(emptyDirLimitSet, {
  'nothing is said': emptyDir({}),
  'it is in memory': emptyDir({ medium: 'Memory' }),
});
