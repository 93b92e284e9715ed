import type { IConstruct } from 'constructs';

/** What each construct depends on, list by list. A list may be shared by many constructs, and is looked through once. */
export type Wants = Map<IConstruct, (readonly IConstruct[])[]>;

/**
 * Dependencies before their dependants, in the order of cdk8s: it begins at what nothing depends on, in the order of paths.
 *
 * Only constructs of the list count. It takes no recursion, so that a long chain is no matter.
 */
export function topological(all: readonly IConstruct[], wants: Wants): IConstruct[] {
  const graph = new Graph(inPathOrder(all), wants);
  const walk = new Walk(graph);
  for (const root of graph.roots()) { walk.from(root); }
  // What is left stands on a cycle, or behind one: the walk finds it.
  for (const rest of all) { walk.from(rest); }
  return walk.sorted;
}

/** cdk8s keeps constructs by path in a plain object, which puts paths that are whole numbers first. */
function inPathOrder(all: readonly IConstruct[]): IConstruct[] {
  const byPath: Record<string, IConstruct> = {};
  for (const each of all) { byPath[each.node.path] = each; }
  return Object.values(byPath);
}

/** The dependencies among some constructs. */
class Graph {
  private readonly members: ReadonlySet<IConstruct>;
  private readonly narrowed = new Map<readonly IConstruct[], readonly IConstruct[]>();

  constructor(members: readonly IConstruct[], private readonly wants: Wants) {
    this.members = new Set(members);
  }

  /** Lists of what a construct depends on, without what is no member. */
  public listsOf(construct: IConstruct): (readonly IConstruct[])[] {
    return this.wants.get(construct)!.map(list => this.narrow(list)).filter(list => list.length > 0);
  }

  /** What no other member depends on. */
  public roots(): IConstruct[] {
    const depended = new Set<IConstruct>();
    const firstDependant = new Map<readonly IConstruct[], IConstruct | undefined>();
    for (const source of this.members) {
      for (const list of this.listsOf(source)) {
        const first = firstDependant.get(list);
        if (firstDependant.has(list) && (first === undefined || first === source)) { continue; }
        firstDependant.set(list, firstDependant.has(list) ? undefined : source);
        for (const target of list) {
          if (target !== source) { depended.add(target); }
        }
      }
    }
    return [...this.members].filter(each => !depended.has(each));
  }

  private narrow(list: readonly IConstruct[]): readonly IConstruct[] {
    let narrow = this.narrowed.get(list);
    if (!narrow) {
      narrow = list.filter(each => this.members.has(each));
      this.narrowed.set(list, narrow);
    }
    return narrow;
  }
}

/** One construct on the way from a root, and how far its dependencies are looked through. */
interface Step {
  readonly construct: IConstruct;
  readonly lists: (readonly IConstruct[])[];
  list: number;
  item: number;
}

/** A walk that enters each construct once. */
class Walk {
  public readonly sorted: IConstruct[] = [];
  private readonly done = new Set<IConstruct>();
  private readonly exhausted = new Set<readonly IConstruct[]>();

  constructor(private readonly graph: Graph) {}

  public from(root: IConstruct): void {
    if (this.done.has(root)) { return; }
    const way: Step[] = [];
    const open = new Set<IConstruct>();
    const enter = (construct: IConstruct) => {
      open.add(construct);
      way.push({ construct, lists: this.graph.listsOf(construct), list: 0, item: 0 });
    };
    enter(root);
    while (way.length > 0) {
      const step = way[way.length - 1];
      const next = this.nextOf(step);
      if (next === undefined) {
        way.pop();
        open.delete(step.construct);
        this.done.add(step.construct);
        this.sorted.push(step.construct);
      } else if (open.has(next)) {
        const cycle = way.slice(way.findIndex(each => each.construct === next)).map(each => each.construct);
        throw new Error(`Dependency cycle detected: ${[...cycle, next].map(each => each.node.path).join(' => ')}`);
      } else {
        enter(next);
      }
    }
  }

  /** The next dependency that is not done. That a construct is among its own means nothing. */
  private nextOf(step: Step): IConstruct | undefined {
    for (; step.list < step.lists.length; step.list++, step.item = 0) {
      const list = step.lists[step.list];
      if (this.exhausted.has(list)) { continue; }
      for (; step.item < list.length; step.item++) {
        const target = list[step.item];
        if (target !== step.construct && !this.done.has(target)) { return target; }
      }
      if (!list.includes(step.construct)) { this.exhausted.add(list); }
    }
    return undefined;
  }
}
