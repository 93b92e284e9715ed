import { Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { violations } from './pod-security';
import { called, factoryCall, goodProps, hostile, settings, spoiledProps } from './random-props';
import { chartWith } from './workload';
import { HardenedDeployment, HardenedSettings } from '../../src';
import { isDnsLabel, isLabelValue } from '../../src/kube/names';
import { Quantity } from '../../src/kube/quantity';

/** What is written of one workload, and that it is the same when it is written again. */
function written(props: unknown, given: HardenedSettings): any[] {
  const chart = chartWith(given);
  new HardenedDeployment(chart, 'web', called(props) as any);
  const json = Testing.synth(chart);
  expect(JSON.stringify(Testing.synth(chart))).toBe(JSON.stringify(json));
  return json;
}

/** A clear error: each line says what was expected and what to do. Anything else is thrown on. */
function expectClear(error: unknown): void {
  const { name, message } = error as Error;
  // Findings are followed by the line of the program, and by how to waive.
  const lines = message.replace(/^Validation failed with the following errors:\n/, '').split('\n').filter(line => !/^\s+(at \S+:\d+$|what cannot be mended can be waived: )/.test(line));
  if (name !== 'Error' || !lines.every(line => /^\S.*: (got .*, )?expected .+; .+$/.test(line.trim()))) { throw error; }
}

/** Whether a value is what JSON can say, and nothing that it would drop or change. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) { return Object.keys(value).length === value.length && value.every(isPlain); }
  if (typeof value === 'object' && value !== null) { return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain); }
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

const ANNOTATION = new RegExp('^(waiver\\.cdk8s-hardened/[a-z0-9.-]{1,63}|checkov\\.io/skip[0-9]+|ignore-check\\.kube-linter\\.io/[a-z-]+'
  + '|polaris\\.fairwinds\\.com/[A-Za-z]+-exempt|kube-score/ignore)$');
const PORT_NAME = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const unique = (values: readonly unknown[]) => new Set(values).size === values.length;

/** Everything that is wrong with the names of a workload's objects. */
function badNames(objects: readonly any[]): string[] {
  const bad: string[] = [];
  const check = (fits: boolean, what: string) => { if (!fits) { bad.push(what); } };
  for (const { kind, metadata } of objects) {
    check(isDnsLabel(metadata.name) && metadata.namespace === 'shop', `${kind} ${metadata.name}`);
    if (kind === 'Service') { check(/^[a-z]/.test(metadata.name), `Service ${metadata.name}`); }
    for (const each of Object.values(metadata.labels)) { check(isLabelValue(each), `label ${each}`); }
    for (const key of Object.keys(metadata.annotations ?? {})) { check(ANNOTATION.test(key), `annotation ${key}`); }
  }
  const { template, selector } = objects.find(json => json.kind === 'Deployment').spec;
  for (const [key, value] of Object.entries(selector.matchLabels)) { check(template.metadata.labels[key] === value, `selector ${key}`); }
  const { volumes, containers, initContainers = [], serviceAccountName } = template.spec;
  const all = [...initContainers, ...containers];
  const names = volumes.map((volume: any) => volume.name);
  check(unique(names) && names.every(isDnsLabel), `volumes ${names}`);
  check(unique(all.map(each => each.name)) && all.every(each => isDnsLabel(each.name)), 'containers');
  check(isDnsLabel(serviceAccountName), serviceAccountName);
  check(unique(names.filter((name: string) => !all.some(each => each.volumeMounts.some((mount: any) => mount.name === name)))), 'volume that nobody mounts');
  const ports = all.flatMap(each => each.ports ?? []);
  check(unique(ports.map(port => port.name)) && ports.every(port => port.name.length <= 15 && PORT_NAME.test(port.name)), 'ports');
  for (const container of all) {
    check(unique(container.volumeMounts.map((mount: any) => mount.mountPath)), `paths of ${container.name}`);
    for (const mount of container.volumeMounts) { check(names.includes(mount.name) && mount.mountPath.startsWith('/'), `mount ${mount.mountPath}`); }
    for (const { name } of container.env ?? []) { check(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name), `env ${name}`); }
  }
  return bad;
}

/** Requests and limits, as text that Kubernetes reads and gives back unchanged. */
function badResources(containers: readonly any[]): string[] {
  return containers.flatMap(({ name, resources: { requests, limits } }) => [
    ...Object.values<string>({ ...requests }).concat(Object.values<string>(limits)).filter(text => Quantity.parse(name, text).toString() !== text),
    ...Object.keys(limits).filter(key => Quantity.parse(name, limits[key]).compare(Quantity.parse(name, requests[key])) < 0),
  ]);
}

function expectClean(objects: any[]): void {
  expect(objects.filter(json => !isPlain(json))).toEqual([]);
  expect(badNames(objects)).toEqual([]);
  const { spec } = objects.find(json => json.kind === 'Deployment').spec.template;
  expect(violations(spec)).toEqual([]);
  expect(badResources([...spec.initContainers ?? [], ...spec.containers])).toEqual([]);
}

test('whatever can be said comes out clean: restricted pods, valid names, plain JSON, twice the same', () => {
  fc.assert(fc.property(goodProps, settings, (props, given) => expectClean(written(props, given))), { numRuns: 1000 });
}, 120_000);

test('what cannot be said is a clear error, or comes out clean all the same', () => {
  fc.assert(fc.property(fc.oneof({ weight: 9, arbitrary: spoiledProps }, { weight: 1, arbitrary: hostile }), settings, (props, given) => {
    let objects;
    try {
      objects = written(props, given);
    } catch (error) {
      expectClear(error);
      return;
    }
    expectClean(objects);
  }), { numRuns: 4000 });
}, 120_000);

test('a factory makes something or says what is wrong', () => {
  fc.assert(fc.property(factoryCall, call => {
    try {
      expect(call()).toBeDefined();
    } catch (error) {
      expectClear(error);
    }
  }), { numRuns: 4000 });
}, 120_000);

test('an id that is no name is a clear error', () => {
  // Ids that every object has as a property are refused by constructs itself.
  const ids = fc.string({ unit: 'binary', minLength: 1 }).filter(id => !(id in {}));
  fc.assert(fc.property(ids, id => {
    try {
      new HardenedDeployment(chartWith(), id, { image: 'web:1', waivers: [{ rule: 'probes-set', reason: 'a worker' }] });
    } catch (error) {
      expectClear(error);
    }
  }), { numRuns: 500 });
});
