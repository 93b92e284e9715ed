import * as fc from 'fast-check';
import { hostile } from './hostile';
import type { FlowPicture } from '../../src/report/flow-picture';

/** Any graph, circles and calls to oneself too, with any names. */
export const pictures = (name: fc.Arbitrary<string> = hostile, most = 14): fc.Arbitrary<FlowPicture> => (
  fc.array(fc.record({ name, namespace: name, resolvesNames: fc.boolean() }, { requiredKeys: ['name'] }), { minLength: 1, maxLength: most }).chain(nodes => {
    const end = fc.nat({ max: nodes.length - 1 });
    const flow = fc.record({ from: end, to: end, ports: fc.array(name, { minLength: 1, maxLength: 3 }) });
    const flows = fc.uniqueArray(flow, { maxLength: 3 * most, selector: ({ from, to }) => `${from} ${to}` });
    return fc.record({ nodes: fc.constant(nodes), flows });
  })
);
