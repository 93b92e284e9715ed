import { checkTransition, EncryptionState, hasPredecessor } from '../../src/controlplane/encryption-state';

const STATES = Object.values(EncryptionState);
const allowed = [
  'enabling > enabled', 'new-cluster > key-added', 'enabled > key-added', 'key-removed > key-added', 'key-promoted > key-added', 'key-added > key-promoted',
  'key-promoted > key-removed', 'nothing > new-cluster', 'nothing > enabling',
];

test('only these steps are taken; every other one would leave out a state', () => {
  const taken = STATES.flatMap(state => [undefined, ...STATES].filter(previous => {
    try {
      checkTransition(state, previous);
      return true;
    } catch {
      return false;
    }
  }).map(previous => `${previous ?? 'nothing'} > ${state}`));
  expect(taken.sort()).toEqual(allowed.sort());
});

test('a state without the one before is refused with what to do', () => {
  expect(() => checkTransition(EncryptionState.KEY_PROMOTED, undefined)).toThrow('previousState of the encryption in the state key-promoted: got undefined, expected key-added; name the state that every API server has now, and go through the states one by one, as the runbook of each says');
  expect(() => checkTransition(EncryptionState.KEY_REMOVED, EncryptionState.KEY_ADDED)).toThrow('got "key-added", expected key-promoted;');
  expect(() => checkTransition(EncryptionState.KEY_ADDED, undefined)).toThrow('expected new-cluster or enabled or key-removed or key-promoted;');
});

test('nothing comes before the first states', () => {
  expect(() => checkTransition(EncryptionState.ENABLING, EncryptionState.ENABLED)).toThrow('previousState of the encryption in the state enabling: got "enabled", expected none; leave it out: nothing was encrypted before');
});

test('a state that there is not is refused', () => {
  expect(() => checkTransition('stable' as EncryptionState, undefined)).toThrow('state of the encryption: got "stable", expected one of new-cluster, enabling,');
  expect(() => checkTransition(EncryptionState.ENABLED, 'stable' as EncryptionState)).toThrow('previousState of the encryption: got "stable", expected one of');
});

test('two keys are in play in two states', () => {
  expect(STATES.filter(hasPredecessor)).toEqual(['key-added', 'key-promoted']);
});
