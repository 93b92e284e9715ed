import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { topological, Wants } from './topological';

/** The charts of an app and the objects of each, in the order in which cdk8s writes them. */
export interface WritingOrder {
  readonly charts: readonly { readonly chart: Chart; readonly objects: readonly ApiObject[] }[];
  /** Whether some chart depends on another: cdk8s then numbers the files. */
  readonly dependent: boolean;
}

/**
 * The order of an app. Where nothing depends on anything it is that of the tree, found in one walk; else a topological one, which visits
 * each construct once. The tree is left as it is.
 *
 * @param all the app and everything below it, in the order of the tree, where that is known
 */
export function writingOrder(app: IConstruct, all: readonly IConstruct[] = app.node.findAll()): WritingOrder {
  if (all.every(each => each.node.dependencies.length === 0) && !all.some(isNested)) {
    return { charts: byChart(all), dependent: false };
  }
  const { wants, dependent } = expandedDependencies(all);
  const charts = topological(all, wants).filter((each): each is Chart => Chart.isChart(each));
  return { charts: charts.map(chart => ({ chart, objects: topological(chart.node.findAll(), wants).filter(isObjectOf(chart)) })), dependent };
}

function isNested(construct: IConstruct): boolean {
  return Chart.isChart(construct) && Chart.isChart(construct.node.scope ?? null);
}

function isObjectOf(chart: Chart): (construct: IConstruct) => construct is ApiObject {
  return (each): each is ApiObject => ApiObject.isApiObject(each) && Chart.of(each) === chart;
}

/** cdk8s keeps constructs by path in a plain object, which puts paths that are whole numbers first. */
function byChart(all: readonly IConstruct[]): WritingOrder['charts'] {
  const byPath: Record<string, { chart: Chart; objects: ApiObject[] }> = {};
  const objects = new Map<Chart, ApiObject[]>();
  for (const each of all) {
    if (Chart.isChart(each)) {
      byPath[each.node.path] = { chart: each, objects: [] };
      objects.set(each, byPath[each.node.path].objects);
    } else if (ApiObject.isApiObject(each)) {
      objects.get(each.chart)!.push(each);
    }
  }
  return Object.values(byPath);
}

/**
 * What depends on what, once dependencies of charts and of constructs are those of their objects. cdk8s writes each pair of objects into
 * the tree; here all dependants of one construct share the list of its objects.
 */
function expandedDependencies(all: readonly IConstruct[]): { wants: Wants; dependent: boolean } {
  const own = new Map(all.map(each => [each, new Set<IConstruct>(each.node.dependencies)]));
  const pairs = () => all.flatMap(source => [...own.get(source)!].map(target => ({ source, target })));
  let dependent = false;
  for (const child of all.filter(isNested)) {
    own.get(child.node.scope!)!.add(child);
    dependent = true;
  }
  for (const { source, target } of pairs()) {
    const [from, to] = [Chart.of(source), Chart.of(target)];
    if (from !== to) {
      own.get(from)!.add(to);
      dependent = true;
    }
  }
  const objects = new Map<IConstruct, readonly IConstruct[]>();
  const objectsOf = (construct: IConstruct) => {
    const known = objects.get(construct) ?? construct.node.findAll().filter(isObjectOf(Chart.of(construct)));
    objects.set(construct, known);
    return known;
  };
  const wants: Wants = new Map([...own].map(([construct, targets]) => [construct, [[...targets]]]));
  for (const { source, target } of pairs()) {
    for (const from of objectsOf(source)) { wants.get(from)!.push(objectsOf(target)); }
  }
  return { wants, dependent };
}
