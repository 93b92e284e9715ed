import { CelEnvironment } from '../../src/cel/environment';
import { BOOL, DYN } from '../../src/cel/type';
import { CATALOG } from '../../src/policy/catalog';
import { ETCD_KINDS, everyEtcd, hasArgument, hasSwitch, isAdded, isGiven, isTurnedOff, notAdded } from '../../src/policy/etcd-settings';

const holds = (text: string, object: any) => CelEnvironment.of(30).compile(text, { object: DYN }, BOOL).evaluate({ object });
const pod = (...containers: object[]) => ({ spec: { containers } });
const etcd = (...args: string[]) => pod({ command: ['etcd'], args });

test('all rules about etcd are about the same kinds', () => {
  expect(ETCD_KINDS).toEqual(['Pod', 'kubeadm.k8s.io/ClusterConfiguration']);
  expect(CATALOG.filter(({ id, kinds }) => id.startsWith('etcd-') !== (kinds === ETCD_KINDS)).map(({ id }) => id)).toEqual([]);
});

test('a container runs etcd where its command line begins with it', () => {
  const judged = (container: object) => !holds(everyEtcd('false'), pod({ name: 'other' }, container));
  expect([{ command: ['etcd'] }, { command: ['/usr/local/bin/etcd'] }, { args: ['etcd'] }].map(judged)).toEqual([true, true, true]);
  expect([{}, { command: ['etcdctl'] }, { command: ['sh', 'etcd'] }, { command: ['etcd', '--config-file=/a'] }, { command: ['etcd', '-config-file', '/a'] }].map(judged))
    .toEqual([false, false, false, false, false]);
});

test('an argument has its value behind the sign, in the next argument, or in a variable, as a whole', () => {
  const has = (object: object) => holds(everyEtcd(hasArgument('name', 'a|b')), object);
  expect([etcd('--name=a'), etcd('-name=b'), etcd('--name', 'a'), pod({ command: ['etcd'], env: [{ name: 'ETCD_NAME', value: 'a' }] })].map(has)).toEqual([true, true, true, true]);
  expect([etcd(), etcd('--name=ab'), etcd('--names=a'), etcd('--name', 'c', 'a'), pod({ command: ['etcd'], env: [{ name: 'ETCD_NAMES', value: 'a' }] })].map(has))
    .toEqual([false, false, false, false, false]);
  expect([etcd('--name=', 'a'), etcd('--name', 'a'), etcd('--name=c')].map(object => holds(everyEtcd(isGiven('name')), object))).toEqual([false, true, true]);
});

test('a switch without a value is on, whatever stands behind it', () => {
  const is = (text: string) => (object: object) => holds(everyEtcd(text), object);
  const forms = [etcd('--tls'), etcd('--tls', '0'), etcd('--tls=T'), etcd('--tls=0'), etcd('--tls=maybe'), etcd()];
  expect([forms.map(is(hasSwitch('tls'))), forms.map(is(isTurnedOff('tls')))]).toEqual([[true, true, true, false, false, false], [false, false, false, true, false, false]]);
});

test('kubeadm adds arguments as a map or as a list', () => {
  const added = (extraArgs: object) => ({ etcd: { local: { extraArgs } } });
  const forms = [added({ tls: 'on' }), added([{ name: 'tls', value: 'on' }]), added({ tls: 'off' }), added([{ name: 'dns', value: 'on' }]), added([]), {}];
  expect(forms.map(object => holds(isAdded('tls', '^on$'), object))).toEqual([true, true, false, false, false, false]);
  expect(forms.map(object => holds(notAdded('tls|dns', '^on$'), object))).toEqual([false, false, true, false, true, true]);
});
