import type { IConstruct } from 'constructs';
import { CiliumPolicies } from './cilium-policies';
import { flowFindings } from './flow-findings';
import { FlowGraph } from './flow-graph';
import { foreignPolicyAudit } from './foreign-policies';
import { hostNetworkAudit } from './host-network';
import { strangerAudit } from './stranger-pods';
import { SealPhase, Session } from '../policy/session';

/** Has the flows of an app judged when it is synthesized; asked for by every workload, done once. */
export function auditFlows(construct: IConstruct): void {
  const session = Session.of(construct);
  session.part('flow-audits', () => {
    const graph = FlowGraph.of(construct);
    const cilium = new CiliumPolicies(session, graph);
    session.addSealStep(SealPhase.OBJECTS, () => cilium.make());
    session.addAudit(() => ({ conclude: () => flowFindings(graph, session.settings) }));
    session.addAudit(() => hostNetworkAudit(graph));
    session.addAudit(() => strangerAudit(graph));
    session.addAudit(() => foreignPolicyAudit(graph, session.settings));
    return true;
  });
}
