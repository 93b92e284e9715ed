import type { AppReport } from './app-report';
import { FlowPicture, nodeText, pictureOf } from './flow-picture';
import { flowSvg } from './flow-svg';
import { leftOut } from './html-parts';
import { Markup, row } from './markup';

/** More boxes are readable for nobody. */
const MOST_WORKLOADS = 60;
const MOST_FLOWS = 200;
const MOST_PICTURES = 20;
const MOST_ROWS = 500;

/** Who talks to whom: as one picture, or one for each namespace where that would be too large, and as a table. */
export function flowsSection({ picture }: AppReport): Markup {
  const { nodes, flows } = picture;
  const asking = nodes.filter(({ resolvesNames }) => resolvesNames).length;
  const head = row(['from', 'to', 'on'], 'th');
  const rows = flows.slice(0, MOST_ROWS).map(({ from, to, ports }) => row([nodeText(nodes[from]), nodeText(nodes[to]), ports.join(', ')]));
  return Markup.all([
    Markup.of('h2', { id: 'flows' }, 'Who talks to whom'),
    Markup.of('p', {}, `All else is closed by the policies of the workloads. ${asking} of them ask the DNS of the cluster.`),
    ...pictures(picture),
    ...alone(picture),
    Markup.of('details', {}, Markup.of('summary', {}, `${flows.length} flows as a table`), Markup.of('table', {}, head, ...rows), leftOut(flows.length - MOST_ROWS)),
  ]);
}

function pictures(picture: FlowPicture): Markup[] {
  if (picture.flows.length === 0) { return []; }
  if (fits(picture)) { return [figure(picture, 0, 'The whole app')]; }
  const namespaces = [...new Set(picture.nodes.flatMap(({ namespace }) => namespace ?? []))];
  const parts = namespaces.slice(0, MOST_PICTURES).flatMap((namespace, i) => {
    const part = pictureOf(picture, namespace);
    if (part.flows.length === 0) { return []; }
    return fits(part)
      ? [figure(part, i, `Namespace ${namespace}`)]
      : [Markup.of('p', {}, `Namespace ${namespace} has too many flows for a picture: ${part.flows.length}.`)];
  });
  const more = namespaces.length - MOST_PICTURES;
  return more > 0 ? [...parts, Markup.of('p', {}, `${more} more namespaces have no picture; their flows stand in report.json`)] : parts;
}

function fits({ nodes, flows }: FlowPicture): boolean {
  return nodes.length <= MOST_WORKLOADS && flows.length <= MOST_FLOWS;
}

function figure(picture: FlowPicture, number: number, caption: string): Markup {
  return Markup.of('figure', {}, Markup.of('figcaption', {}, caption), flowSvg(picture, number));
}

/** Those that a picture has no line for. */
function alone({ nodes, flows }: FlowPicture): Markup[] {
  const ends = new Set(flows.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]));
  const names = [...nodes.keys()].filter(i => !ends.has(i)).map(i => nodeText(nodes[i]));
  const told = names.slice(0, MOST_WORKLOADS).join(', ');
  return names.length === 0 ? [] : [
    Markup.of('p', {}, `Without a flow to or from another: ${told}${names.length > MOST_WORKLOADS ? ` and ${names.length - MOST_WORKLOADS} more` : ''}.`),
  ];
}
