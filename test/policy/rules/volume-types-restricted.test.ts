import { fails, holds } from './cases';
import { volumeTypesRestricted } from '../../../src/policy/rules/volume-types-restricted';

const each = (...sources: string[]) => Object.fromEntries(sources.map(source => [`the volume is of type ${source}`, { volume: { name: 'data', [source]: {} } }]));

holds(volumeTypesRestricted, each(
  'configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret',
));

fails(volumeTypesRestricted, each(
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'fc', 'flexVolume', 'flocker', 'gcePersistentDisk', 'gitRepo', 'glusterfs',
  'hostPath', 'iscsi', 'nfs', 'photonPersistentDisk', 'portworxVolume', 'quobyte', 'rbd', 'scaleIO', 'storageos', 'vsphereVolume',
));
