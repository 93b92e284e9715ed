import * as cdk8s from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';

/** A whole app as plain data, so that the same one can be built from two classes and from two releases of cdk8s. */
export interface TreeSpec {
  readonly charts: readonly ChartSpec[];
  /** Pairs of positions; the later construct depends on the earlier one. */
  readonly dependencies: readonly (readonly [number, number])[];
}

interface ChartSpec {
  readonly id: string;
  readonly parent: 'app' | 'group' | 'chart';
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly objects: readonly ObjectSpec[];
  readonly own: boolean;
}

interface ObjectSpec {
  readonly named: boolean;
  readonly grouped: boolean;
  readonly metadata: object;
  readonly body: object;
  readonly patches: readonly (readonly [string, unknown])[];
  readonly lazy: boolean;
  readonly renamed: boolean;
}

const text = fc.oneof(
  fc.constantFrom('web', 'yes', 'n', '12:30', '0x1f', '1e3', '', ' a ', 'a: b', 'line\nline', '- x', '---', '~', 'é', '1.10', '100m', 'a'.repeat(90)),
  fc.string({ maxLength: 12 }),
);
const value = fc.letrec(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(),
    fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(text, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node;
const labels = fc.dictionary(fc.constantFrom('a', 'b/c', 'team', 'x'), fc.constantFrom('1', 'true', 'web'), { maxKeys: 2, noNullPrototype: true });

const object: fc.Arbitrary<ObjectSpec> = fc.record({
  named: fc.boolean(),
  grouped: fc.boolean(),
  metadata: fc.record({ labels, annotations: fc.dictionary(fc.constantFrom('n', 'm'), text, { maxKeys: 2, noNullPrototype: true }) }, { requiredKeys: [] }),
  body: fc.record({ spec: value, data: value }, { requiredKeys: [] }),
  patches: fc.array(fc.tuple(fc.constantFrom('/spec', '/data', '/metadata/labels'), fc.dictionary(fc.constantFrom('p', 'q'), text, { noNullPrototype: true })), { maxLength: 2 }),
  lazy: fc.boolean(),
  renamed: fc.boolean(),
});

/** Ids that are whole numbers are put first by JavaScript, and so by cdk8s. */
const id = fc.constantFrom('shop', 'data', '7', '10', '2', 'b', 'a');

export function trees(withDependencies: boolean): fc.Arbitrary<TreeSpec> {
  return fc.record({
    charts: fc.array(fc.record({
      id,
      parent: withDependencies ? fc.constantFrom<'app' | 'group' | 'chart'>('app', 'group', 'chart') : fc.constantFrom<'app' | 'group'>('app', 'group'),
      namespace: fc.option(fc.constantFrom('shop', 'data'), { nil: undefined }),
      labels,
      objects: fc.array(object, { maxLength: 5 }),
      own: fc.boolean(),
    }), { maxLength: 5 }),
    dependencies: withDependencies ? fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 }) : fc.constant([]),
  });
}

/** Builds the tree below an app, with the classes of the given release. */
export function build(app: cdk8s.App, tree: TreeSpec, { Chart, ApiObject, JsonPatch, Lazy }: typeof cdk8s): void {
  class OwnChart extends Chart {
    public toJson(): any[] {
      return [...super.toJson(), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `own-${this.node.addr}` }, shared: SHARED, again: SHARED }];
    }
  }
  const built: Construct[] = [];
  let previous: Construct = app;
  tree.charts.forEach((spec, n) => {
    const parent = spec.parent === 'chart' ? previous : spec.parent === 'group' ? group(app, 'group') : app;
    const chartId = parent.node.tryFindChild(spec.id) ? `${spec.id}-${n}` : spec.id;
    const chart = new (spec.own ? OwnChart : Chart)(parent, chartId, { namespace: spec.namespace, labels: spec.labels });
    built.push(chart);
    previous = chart;
    spec.objects.forEach((each, i) => {
      const scope = each.grouped ? group(chart, String(i % 2)) : chart;
      const body = each.lazy ? { ...each.body, late: Lazy.any({ produce: () => ({ from: 'lazy', none: undefined }) }) } : each.body;
      const made = new ApiObject(scope, `${10 - i}`, {
        apiVersion: 'example.com/v1', kind: 'Thing', metadata: { ...each.metadata, ...(each.named ? { name: `n${n}-${i}` } : {}) }, ...body,
      });
      made.addJsonPatch(...each.patches.map(([path, patch]) => JsonPatch.add(path, patch)));
      if (each.renamed) { made.addJsonPatch(JsonPatch.replace('/metadata/name', `r${n}-${i}`), JsonPatch.add('/kind', 'Other')); }
      built.push(made);
    });
  });
  for (const [a, b] of tree.dependencies) {
    const [later, earlier] = [built[Math.max(a, b) % built.length], built[Math.min(a, b) % built.length]];
    if (built.length > 0 && built.indexOf(later) > built.indexOf(earlier)) { later.node.addDependency(earlier); }
  }
}

const SHARED = { twice: ['a'] };

function group(scope: Construct, name: string): Construct {
  return (scope.node.tryFindChild(name) ?? new Construct(scope, name)) as Construct;
}
