import { readTeamWaivers } from '../../src/policy/team-waiver-reading';

const OBJECT = { kind: 'apps/Deployment', namespace: 'shop', name: 'web', container: 'main' };
const WAIVER = { rule: 'privileged-off', reason: 'it tunes the node', objects: [OBJECT] };
const read = (json: unknown) => readTeamWaivers('a.json', typeof json === 'string' ? json : JSON.stringify(json));
const of = (waiver: object) => ({ version: 1, waivers: [{ ...WAIVER, ...waiver }] });
const ofObject = (object: object) => of({ objects: [{ ...OBJECT, ...object }] });

test('an object is for the rule of its waiver, or for one of its own', () => {
  const objects = [OBJECT, { rule: 'run-as-user-not-zero', kind: 'Namespace', name: 'shop' }];
  const [{ waiver, objects: found }] = read({ ...of({ objects, owner: 'shop', at: 'main.ts:3', isUsed: true }), findings: [], more: 1 });
  expect(waiver).toEqual({ ...WAIVER, objects, owner: 'shop', at: 'main.ts:3', isUsed: true });
  expect(found).toEqual([{ rule: 'privileged-off', ...OBJECT }, { rule: 'run-as-user-not-zero', kind: 'Namespace', namespace: '', name: 'shop' }]);
});

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'no JSON'],
  ['a list', [], 'no object'],
  ['another version', { version: 2, waivers: [] }, 'version 2'],
  ['no waivers', { version: 1 }, 'no list of waivers'],
  ['a waiver that is none', { version: 1, waivers: ['x'] }, 'waiver 1 is "x"'],
  ['a misspelt end', of({ expire: '2027-01-01' }), 'waiver 1 has the field "expire"'],
  ['an end that is no day', of({ expires: 'soon' }), 'waiver 1, whose expires of the waiver of "privileged-off": got "soon"'],
  ['no reason', of({ reason: ' ' }), 'waiver 1, whose waiver of "privileged-off" gives no reason'],
  ['no rule', of({ rule: undefined }), 'waiver 1, whose waiver names no rule'],
  ['no objects', of({ objects: undefined }), 'waiver 1 without a list of objects'],
  ['a misspelt container', ofObject({ contaner: 'main' }), 'object 1 of waiver 1 has the field "contaner"'],
  ['an object that is none', of({ objects: [null] }), 'object 1 of waiver 1 is null'],
  ['no kind', ofObject({ kind: undefined }), 'object 1 of waiver 1 with the kind undefined'],
  ['every kind', ofObject({ kind: '*' }), 'object 1 of waiver 1 with the kind "*"'],
  ['no name', ofObject({ name: '' }), 'object 1 of waiver 1 with the name ""'],
  ['a namespace with a slash', ofObject({ namespace: 'a/b' }), 'object 1 of waiver 1 with the namespace "a/b"'],
  ['a container that is no text', ofObject({ container: 1 }), 'object 1 of waiver 1 with the container 1'],
  ['a rule that is none', ofObject({ rule: 'A' }), 'object 1 of waiver 1 with the rule "A"'],
])('%s is refused', (_, json, fault) => {
  expect(() => read(json)).toThrow(`waivers in "a.json" cannot be understood: ${fault}`);
});

test('the error says what would have been right', () => {
  expect(() => read('')).toThrow(new Error('waivers in "a.json" cannot be understood: no JSON: '
    + 'expected a report.json of version 1, or { "version": 1, "waivers": […] } with the same entries; have it written anew'));
});
