import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** The charts of an app and the objects of each, in the order in which cdk8s writes them. */
export interface WritingOrder {
  readonly charts: readonly { readonly chart: Chart; readonly objects: readonly ApiObject[] }[];
  /** Whether some chart depends on another: cdk8s then numbers the files. */
  readonly dependent: boolean;
}

/**
 * The order of an app. Where nothing depends on anything it is that of the tree, found in one walk; else a topological one, which visits
 * each construct once. The tree is left as it is.
 */
export function writingOrder(app: IConstruct): WritingOrder {
  const all = app.node.findAll();
  const nested = all.some(each => Chart.isChart(each) && each.node.scope !== undefined && Chart.isChart(each.node.scope));
  if (!nested && all.every(each => each.node.dependencies.length === 0)) {
    return { charts: byChart(inPathOrder(all), all), dependent: false };
  }
  const { edges, dependent } = expandedDependencies(all);
  const charts = topological(all, edges).filter((each): each is Chart => Chart.isChart(each));
  return {
    charts: charts.map(chart => ({
      chart, objects: topological(chart.node.findAll(), edges).filter((each): each is ApiObject => ApiObject.isApiObject(each) && Chart.of(each) === chart),
    })),
    dependent,
  };
}

/** cdk8s keeps constructs by path in a plain object, which puts paths that are whole numbers first. */
function inPathOrder(all: readonly IConstruct[]): Chart[] {
  const charts: Record<string, Chart> = {};
  for (const each of all) {
    if (Chart.isChart(each)) { charts[each.node.path] = each; }
  }
  return Object.values(charts);
}

function byChart(charts: readonly Chart[], all: readonly IConstruct[]): WritingOrder['charts'] {
  const objects = new Map<Chart, ApiObject[]>(charts.map(chart => [chart, []]));
  for (const each of all) {
    if (ApiObject.isApiObject(each)) { objects.get(each.chart)!.push(each); }
  }
  return charts.map(chart => ({ chart, objects: objects.get(chart)! }));
}

type Edges = Map<IConstruct, Set<IConstruct>>;

/** What depends on what, once dependencies of charts and of constructs are those of their objects. */
function expandedDependencies(all: readonly IConstruct[]): { edges: Edges; dependent: boolean } {
  const edges: Edges = new Map(all.map(each => [each, new Set(each.node.dependencies)]));
  const pairs = () => all.flatMap(source => [...edges.get(source)!].map(target => ({ source, target })));
  let dependent = false;
  for (const parent of all.filter(each => Chart.isChart(each))) {
    for (const child of parent.node.children.filter(each => Chart.isChart(each))) {
      edges.get(parent)!.add(child);
      dependent = true;
    }
  }
  for (const { source, target } of pairs()) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from !== to) {
      edges.get(from)!.add(to);
      dependent = true;
    }
  }
  const objectsOf = (construct: IConstruct) => construct.node.findAll().filter(each => ApiObject.isApiObject(each) && Chart.of(each) === Chart.of(construct));
  for (const { source, target } of pairs()) {
    const sources = objectsOf(source);
    for (const to of objectsOf(target)) {
      for (const from of sources) {
        if (to !== from) { edges.get(from)!.add(to); }
      }
    }
  }
  return { edges, dependent };
}

/** Dependencies before their dependants; among the others the order of their paths. Without recursion, so that a long chain is no matter. */
function topological(all: readonly IConstruct[], edges: Edges): IConstruct[] {
  const inside = new Map<string, IConstruct>();
  const byPath: Record<string, IConstruct> = {};
  for (const each of all) { byPath[each.node.path] = each; }
  for (const each of Object.values(byPath)) { inside.set(each.node.path, each); }
  const targets = (each: IConstruct) => [...edges.get(each)!].filter(target => inside.has(target.node.path));
  const depended = new Set([...inside.values()].flatMap(targets));
  const sorted: IConstruct[] = [];
  const done = new Set<IConstruct>();
  const roots = [...inside.values()].filter(each => !depended.has(each));
  for (const root of roots) { visit(root, targets, done, sorted); }
  if (done.size < inside.size) { refuseCycle([...inside.values()].find(each => !done.has(each))!, targets); }
  return sorted;
}

function visit(root: IConstruct, targets: (each: IConstruct) => IConstruct[], done: Set<IConstruct>, sorted: IConstruct[]): void {
  const open = new Set<IConstruct>();
  const stack: { construct: IConstruct; rest: IConstruct[] }[] = [];
  const enter = (construct: IConstruct) => {
    open.add(construct);
    stack.push({ construct, rest: targets(construct).reverse() });
  };
  if (!done.has(root)) { enter(root); }
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    const next = top.rest.pop();
    if (next === undefined) {
      stack.pop();
      open.delete(top.construct);
      done.add(top.construct);
      sorted.push(top.construct);
    } else if (open.has(next)) {
      refuseCycle(next, targets);
    } else if (!done.has(next)) {
      enter(next);
    }
  }
}

function refuseCycle(start: IConstruct, targets: (each: IConstruct) => IConstruct[]): never {
  const route: IConstruct[] = [];
  for (let at = start; !route.includes(at);) {
    route.push(at);
    at = targets(at).find(each => route.includes(each)) ?? targets(at)[0];
    if (route.includes(at)) { route.push(at); break; }
  }
  throw new Error(`Dependency cycle detected: ${route.map(each => each.node.path).join(' => ')}`);
}
