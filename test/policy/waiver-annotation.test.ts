import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { YamlWriter } from '../../src/kube/yaml-writer';
import { waiverAnnotationKey, waiverAnnotations } from '../../src/policy/waiver-annotation';

test('the reason stands under the rule and the container', () => {
  expect(waiverAnnotations([{ rule: 'probes-set', container: 'web', reason: 'a worker' }, { rule: 'host-network-off', reason: 'a router' }])).toEqual({
    'waiver.cdk8s-hardened/probes-set.web': 'a worker', 'waiver.cdk8s-hardened/host-network-off': 'a router',
  });
});

test('what is on record beside the reason stands beside it, and nothing else does', () => {
  const waiver = { rule: 'probes-set', reason: 'a worker', owner: 'team shop', ticket: 'SHOP-812', approvedBy: 'security', expires: '2027-01-31' };
  expect(waiverAnnotations([waiver])).toEqual({
    'waiver.cdk8s-hardened/probes-set': 'a worker',
    'waiver-owner.cdk8s-hardened/probes-set': 'team shop',
    'waiver-ticket.cdk8s-hardened/probes-set': 'SHOP-812',
    'waiver-approved-by.cdk8s-hardened/probes-set': 'security',
    'waiver-expires.cdk8s-hardened/probes-set': '2027-01-31',
  });
});

test('a container that is called like a record is not taken for one', () => {
  const keys = Object.keys(waiverAnnotations([
    { rule: 'probes-set', reason: 'x', owner: 'team shop' }, { rule: 'probes-set', container: 'owner', reason: 'y' },
  ]));
  expect(keys).toEqual(['waiver.cdk8s-hardened/probes-set', 'waiver-owner.cdk8s-hardened/probes-set', 'waiver.cdk8s-hardened/probes-set.owner']);
});

test('a name that would be too long is cut to 63 characters, and told apart by its end', () => {
  const keys = ['a', 'b'].map(end => waiverAnnotationKey('read-only-root-filesystem', `${'x'.repeat(62)}${end}`));
  expect(new Set(keys).size).toBe(2);
  expect(keys.map(key => key.split('/')[1].length)).toEqual([63, 63]);
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a: b', '- a', '---', '...', '"', "'", '| x', '> y', '#', '&a', '*a', '!!x', '{', '\n', 'x\n---\ny: z', 'null', '1e3', '2027-01-31', 'x'.repeat(5000)),
).filter(each => !/\p{Cs}/u.test(each));

test('no reason and no record changes what a parser reads elsewhere in the manifest', () => {
  const writer = new YamlWriter(document => Yaml.stringify(document));
  fc.assert(fc.property(text, text, (reason, owner) => {
    const annotations = waiverAnnotations([{ rule: 'probes-set', container: 'web', reason, owner }]);
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { annotations, name: 'web' }, data: { after: 'stays' } };
    const documents = yaml.parseAllDocuments(writer.document(manifest, true));
    expect(documents.map(document => document.toJS())).toEqual([manifest]);
  }), { numRuns: 300 });
});
