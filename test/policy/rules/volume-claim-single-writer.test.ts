import { fails, holds } from './cases';
import { volumeClaimSingleWriter } from '../../../src/policy/rules/volume-claim-single-writer';

const spec = (...accessModes: string[]) => ({ accessModes, resources: { requests: { storage: '1Gi' } } });
const claim = (of: object) => ({ object: { kind: 'PersistentVolumeClaim', spec: of } });
const set = (...claims: object[]) => ({ object: { kind: 'StatefulSet', spec: { volumeClaimTemplates: claims.map(each => ({ spec: each })) } } });

holds(volumeClaimSingleWriter, {
  'one node writes': claim(spec('ReadWriteOnce')),
  'one pod writes': claim(spec('ReadWriteOncePod')),
  'nobody writes': claim(spec('ReadOnlyMany')),
  'a set of pods has no claims': set(),
  'each pod of a set writes its own': set(spec('ReadWriteOnce')),
});

fails(volumeClaimSingleWriter, {
  'several nodes write': claim(spec('ReadWriteOnce', 'ReadWriteMany')),
  'no mode is said': claim(spec()),
  'no size is said': claim({ accessModes: ['ReadWriteOnce'] }),
  'one of several claims of a set is shared': set(spec('ReadWriteOnce'), spec('ReadWriteMany')),
  'a size of something else is said': claim({ accessModes: ['ReadWriteOnce'], resources: { requests: { cpu: '1' } } }),
});
