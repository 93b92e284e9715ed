import { Course, flowLayout, Place } from './flow-layout';
import { FlowPicture, nodeText, PictureFlow, PictureNode } from './flow-picture';
import { Markup } from './markup';

const BOX = { width: 200, height: 42 };
const STEP = { x: 330, y: 62 };
const MARGIN = 16;
const LONGEST_NAME = 27;
const LONGEST_PORTS = 18;

/** The arrow head, once for each picture: a page can have several, each with a number of its own. */
function arrow(id: string): Markup {
  const head = Markup.of('path', { d: 'M0 0L8 4L0 8z', fill: '#57606a' });
  return Markup.of('defs', {}, Markup.of('marker', { id, markerWidth: 8, markerHeight: 8, refX: 8, refY: 4, orient: 'auto-start-reverse' }, head));
}

/** A picture in columns, for an HTML page; what has no flow with another is not drawn. */
export function flowSvg(picture: FlowPicture, number: number): Markup {
  const layout = flowLayout(picture);
  const id = `arrow-${number}`;
  const width = (layout.columns - 1) * STEP.x + BOX.width + 2 * MARGIN;
  const height = (layout.rows - 1) * STEP.y + BOX.height + 2 * MARGIN;
  const lines = layout.courses.map(course => line(picture, course, id));
  const labels = layout.courses.map(course => label(picture.flows[course.flow], course));
  const boxes = [...layout.places].map(([node, place]) => box(picture.nodes[node], place));
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return Markup.of('svg', { xmlns: 'http://www.w3.org/2000/svg', role: 'img', ...size }, arrow(id), ...lines, ...boxes, ...labels);
}

function box(node: PictureNode, place: Place): Markup {
  const { x, y } = cornerOf(place);
  const isOwn = node.namespace !== undefined;
  const below = isOwn ? `${node.namespace}${node.resolvesNames ? ', asks DNS' : ''}` : 'outside of the app';
  return Markup.of('g', {},
    Markup.of('title', {}, nodeText(node)),
    Markup.of('rect', { class: isOwn ? 'box' : 'box outside', x, y, rx: 5, ...BOX }),
    Markup.of('text', { class: 'name', x: x + 8, y: y + 18 }, cut(node.name, LONGEST_NAME)),
    Markup.of('text', { class: 'small', x: x + 8, y: y + 34 }, cut(below, LONGEST_NAME + 5)),
  );
}

function line({ nodes, flows }: FlowPicture, { flow, places, isBackward }: Course, id: string): Markup {
  const { from, to, ports } = flows[flow];
  const title = Markup.of('title', {}, `${nodeText(nodes[from])} to ${nodeText(nodes[to])}: ${ports.join(', ')}`);
  return Markup.of('path', { class: 'flow', d: pathOf(places, isBackward), [isBackward ? 'marker-start' : 'marker-end']: `url(#${id})` }, title);
}

/** Straight through the columns that it crosses, and bent between them. A call back stands a little lower than one forth. */
function pathOf(places: readonly Place[], isBackward: boolean): string {
  const shift = isBackward ? 8 : 0;
  const middle = (place: Place) => cornerOf(place).y + BOX.height / 2 + shift;
  const parts = places.slice(1).map((place, i) => {
    const [start, end] = [cornerOf(places[i]).x + BOX.width, cornerOf(place).x];
    const bend = (start + end) / 2;
    const across = i + 2 < places.length ? `H${end + BOX.width}` : '';
    return `C${bend} ${middle(places[i])} ${bend} ${middle(place)} ${end} ${middle(place)}${across}`;
  });
  return `M${cornerOf(places[0]).x + BOX.width} ${middle(places[0])}${parts.join('')}`;
}

/** Half way of where it arrives, which few others do at the same height. */
function label({ ports }: PictureFlow, { places, isBackward }: Course): Markup {
  const [before, last] = places.slice(-2).map(cornerOf);
  const x = (before.x + BOX.width + last.x) / 2;
  const y = (before.y + last.y + BOX.height) / 2 + (isBackward ? 16 : -3);
  return Markup.of('text', { 'class': 'port', x, y, 'text-anchor': 'middle' }, cut(ports.join(', '), LONGEST_PORTS));
}

function cornerOf({ column, row }: Place): { readonly x: number; readonly y: number } {
  return { x: MARGIN + column * STEP.x, y: MARGIN + row * STEP.y };
}

/** By whole letters, of which some take two places of a text. */
function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
