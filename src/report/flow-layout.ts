import type { FlowPicture } from './flow-picture';

/** Where a node stands: in which column, and how far down in it. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** How a flow goes from column to column, from left to right. */
export interface Course {
  /** Its number among the flows. */
  readonly flow: number;
  readonly places: readonly Place[];
  /** Whether the one who is called stands to the left. */
  readonly isBackward: boolean;
}

/** A picture in columns: whoever calls stands to the left of whom it calls, but for calls that go round in a circle. */
export interface FlowLayout {
  /** By the numbers of the nodes; nothing for those that have no flow with another. */
  readonly places: ReadonlyMap<number, Place>;
  readonly courses: readonly Course[];
  readonly columns: number;
  readonly rows: number;
}

/** So often the order of all columns is looked through; more changes little. */
const SWEEPS = 8;

/** A node, or the place that a flow takes up in a column which it only crosses. */
interface Spot {
  readonly column: number;
  /** Of the spots beside it, to the left and to the right. */
  readonly before: Spot[];
  readonly after: Spot[];
  row: number;
}

export function flowLayout({ nodes, flows }: FlowPicture): FlowLayout {
  const drawn = [...flows.keys()].filter(i => flows[i].from !== flows[i].to);
  const back = backward(nodes.length, drawn.map(i => [flows[i].from, flows[i].to]));
  const arcs = drawn.map((flow, i) => {
    const { from, to } = flows[flow];
    return { flow, isBackward: back.has(i), left: back.has(i) ? to : from, right: back.has(i) ? from : to };
  });
  const columns = columnsOf(arcs);
  const spots = new Map<number, Spot>([...columns].sort(([a], [b]) => a - b).map(([node, column]) => [node, spotIn(column)]));
  const lines = arcs.map(arc => ({ ...arc, spots: lineOf(spots.get(arc.left)!, spots.get(arc.right)!) }));
  const all = [...new Set([...spots.values(), ...lines.flatMap(line => line.spots)])];
  const count = Math.max(0, ...all.map(({ column }) => column + 1));
  const rows = arrange(Array.from({ length: count }, (_, column) => all.filter(spot => spot.column === column)));
  const placeOf = ({ column, row }: Spot) => ({ column, row });
  return {
    places: new Map([...spots].map(([node, spot]) => [node, placeOf(spot)])),
    courses: lines.map(({ flow, isBackward, spots: line }) => ({ flow, isBackward, places: line.map(placeOf) })),
    columns: count,
    rows,
  };
}

/** The arcs that lead back to where a walk along the others came from. Without recursion: a chain of calls can be long. */
function backward(count: number, arcs: readonly (readonly [number, number])[]): Set<number> {
  const leaving = Array.from({ length: count }, (): number[] => []);
  arcs.forEach(([from], i) => leaving[from].push(i));
  const entered = new Set<number>();
  const left = new Set<number>();
  const back = new Set<number>();
  const called = new Set(arcs.map(([, to]) => to));
  const starts = [...Array(count).keys()].sort((a, b) => Number(called.has(a)) - Number(called.has(b)) || a - b);
  for (const start of starts) {
    if (entered.has(start)) { continue; }
    entered.add(start);
    const way = [{ node: start, next: 0 }];
    while (way.length > 0) {
      const step = way[way.length - 1];
      const arc = leaving[step.node][step.next++];
      if (arc === undefined) {
        left.add(step.node);
        way.pop();
        continue;
      }
      const to = arcs[arc][1];
      if (!entered.has(to)) {
        entered.add(to);
        way.push({ node: to, next: 0 });
      } else if (!left.has(to)) {
        back.add(arc);
      }
    }
  }
  return back;
}

/** Each as far to the left as those who call it let it. */
function columnsOf(arcs: readonly { readonly left: number; readonly right: number }[]): Map<number, number> {
  const columns = new Map<number, number>();
  const entering = new Map<number, number>();
  const leaving = new Map<number, number[]>();
  for (const { left, right } of arcs) {
    columns.set(left, 0).set(right, 0);
    entering.set(right, (entering.get(right) ?? 0) + 1);
    leaving.set(left, [...leaving.get(left) ?? [], right]);
  }
  const ready = [...columns.keys()].filter(node => !entering.has(node));
  for (const node of ready) {
    for (const right of leaving.get(node) ?? []) {
      columns.set(right, Math.max(columns.get(right)!, columns.get(node)! + 1));
      entering.set(right, entering.get(right)! - 1);
      if (entering.get(right) === 0) { ready.push(right); }
    }
  }
  return columns;
}

function spotIn(column: number): Spot {
  return { column, before: [], after: [], row: 0 };
}

function lineOf(left: Spot, right: Spot): Spot[] {
  const line = [left, ...Array.from({ length: right.column - left.column - 1 }, (_, i) => spotIn(left.column + 1 + i)), right];
  for (let i = 1; i < line.length; i++) {
    line[i].before.push(line[i - 1]);
    line[i - 1].after.push(line[i]);
  }
  return line;
}

/** Each near the middle of those beside it, which leaves few crossings. Says how many rows there are. */
function arrange(columns: Spot[][]): number {
  const number = (column: Spot[]) => column.forEach((spot, i) => { spot.row = i - (column.length - 1) / 2; });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForward = sweep % 2 === 0;
    for (const column of isForward ? columns : [...columns].reverse()) {
      const wish = new Map(column.map(spot => [spot, middle(isForward ? spot.before : spot.after) ?? spot.row]));
      column.sort((a, b) => wish.get(a)! - wish.get(b)! || a.row - b.row);
      number(column);
    }
  }
  const rows = Math.max(0, ...columns.map(({ length }) => length));
  for (const spot of columns.flat()) { spot.row += (rows - 1) / 2; }
  return rows;
}

function middle(spots: readonly Spot[]): number | undefined {
  return spots.length === 0 ? undefined : spots.reduce((sum, { row }) => sum + row, 0) / spots.length;
}
