import type { MeshModel } from './mesh-model';
import { isBeyondReading } from './workload-permissions';
import { PortProtocol } from '../kube/port';
import { sentence } from '../kube/problem';
import type { Endpoint } from '../network/endpoint';
import type { Flow } from '../network/flow';
import type { Finding } from '../policy/finding';
import { FLOW_RULES } from '../policy/waivable-rules';

/** What the mesh would break, or could not hold, of what the program declares. */
export function meshFindings(model: MeshModel): Finding[] {
  if (model.settings.isPermissive) { return []; }
  return model.endpoints.flatMap(endpoint => model.graph.into(endpoint).filter(({ port }) => port.protocol === PortProtocol.TCP)
    .flatMap(flow => [...withoutIdentity(model, endpoint, flow), ...withoutToken(model, endpoint, flow)]));
}

function withoutIdentity(model: MeshModel, endpoint: Endpoint, flow: Flow): Finding[] {
  if (model.isMember(flow.from) || model.isOpenToPlaintext(endpoint, flow)) { return []; }
  return [{
    rule: FLOW_RULES.meshStrict,
    construct: endpoint.construct,
    message: sentence({
      what: `${flow.from.description} has no identity in the mesh, and "${endpoint.name}" takes nothing but mutual TLS on port ${flow.port.number}`,
      expected: 'a workload of the mesh, or pods outside the app with their serviceAccount',
      todo: `name the caller's serviceAccount if it is part of the mesh, or waive ${FLOW_RULES.meshStrict} on "${endpoint.name}" with the reason: `
        + 'its port then takes plaintext, and the policy of the network alone says from whom',
    }),
  }];
}

/** A flow with limits is judged where there is no mesh too; a token is asked for by the mesh alone. */
function withoutToken(model: MeshModel, endpoint: Endpoint, flow: Flow): Finding[] {
  return flow.request === undefined && isBeyondReading(model, endpoint, flow) ? [{
    rule: 'flow-requests-enforced',
    construct: endpoint.construct,
    message: sentence({
      what: `nothing reads the token of ${flow.from.description} on port ${flow.port.number} of "${endpoint.name}": it goes past the waypoint`,
      expected: 'a caller of the mesh that dials the Service, and no pods',
      todo: 'give what it calls a port of its own without RequireJwt, or use IstioDataPlane.SIDECAR',
    }),
  }] : [];
}
