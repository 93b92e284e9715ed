import { missingIn } from '../../src/policy/waiver-demands';

const ALL = { owner: true, ticket: true, approvedBy: true, expires: true };
const WAIVER = { rule: 'a', reason: 'b' };
const APPROVAL = { rule: 'a', object: 'app' };

test.each<[string, object, object | undefined, object, string[]]>([
  ['nothing is demanded', {}, undefined, {}, []],
  ['what is not demanded may be missing', {}, undefined, { owner: false }, []],
  ['all is demanded and nothing said', {}, undefined, ALL, ['owner', 'ticket', 'approvedBy', 'expires']],
  ['all is said', { owner: 'o', ticket: 't', approvedBy: 'a', expires: '2027-01-01' }, undefined, ALL, []],
  ['an approval says who and until when', { owner: 'o', ticket: 't' }, { approvedBy: 'a', expires: '2027-01-01' }, ALL, []],
  ['an approval cannot say who answers', {}, { approvedBy: 'a', expires: '2027-01-01', owner: 'o', ticket: 't' }, ALL, ['owner', 'ticket']],
])('%s', (_, waiver, approval, demands, missing) => {
  expect(missingIn({ ...WAIVER, ...waiver }, approval && { ...APPROVAL, ...approval }, demands)).toEqual(missing);
});
