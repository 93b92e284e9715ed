import { fails, holds } from './cases';
import { legacyRegistryUnused } from '../../../src/policy/rules/legacy-registry-unused';

const image = (name: string) => ({ container: { image: name } });

holds(legacyRegistryUnused, {
  'it is from the registry of today': image('registry.k8s.io/pause:3.9'),
  'the name is only alike': image('k8s.gcr.io.example.com/pause:3.9'),
});

fails(legacyRegistryUnused, {
  'it is from the registry of before': image('k8s.gcr.io/pause:3.9'),
  'it is from the one of before that': image('gcr.io/google_containers/pause:3.1'),
});
