import { fails, holds } from './cases';
import { envNamesUnique } from '../../../src/policy/rules/env-names-unique';

const env = (...names: string[]) => ({ container: { env: names.map(name => ({ name, value: 'info' })) } });

holds(envNamesUnique, {
  'there are none': {},
  'each is there once': env('LEVEL', 'REGION'),
  'they differ in capitals': env('LEVEL', 'level'),
  'each of three is there once': env('LEVEL', 'REGION', 'ZONE'),
});

fails(envNamesUnique, {
  'one is there twice': env('LEVEL', 'REGION', 'LEVEL'),
  'every one is there twice': env('LEVEL', 'REGION', 'LEVEL', 'REGION'),
});
