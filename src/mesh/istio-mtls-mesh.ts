import { Construct } from 'constructs';
import { AppMesh } from './app-mesh';
import type { IstioMtlsMeshProps } from './istio-mtls-mesh-props';
import { meshFindings } from './mesh-findings';
import { MeshModel } from './mesh-model';
import { MeshObjects } from './mesh-objects';
import { ambientPassage, sidecarPassage } from './mesh-passage';
import { MeshSettings, settleMesh } from './mesh-settings';
import { refuse, sentence } from '../kube/problem';
import { OwnWaivers } from '../policy/own-waivers';
import { propsByField } from '../policy/prop-of-field';
import { SealPhase, Session } from '../policy/session';
import { markWaivable } from '../policy/waivable-at';
import { FLOW_RULES } from '../policy/waivable-rules';

/** Props by the fields that they change. */
const PROP_OF = propsByField({ 'metadata.namespace': 'rootNamespace', 'spec.mtls': 'waivers' });

/**
 * Makes the namespaces of an app part of an Istio mesh in which everybody is known by a certificate, and may do what the flows of the app
 * say and nothing else.
 *
 * Each namespace takes nothing but mutual TLS, and allows nothing; each workload has one AuthorizationPolicy with the callers of its flows,
 * each with its own ports, methods and paths. The policies of the network are written for the data plane: in ambient mode they say who
 * may connect, and the mesh says on which port. With sidecars each proxy knows the hosts of its flows alone.
 *
 * Flows that name methods, paths or methods of gRPC are held to them; in ambient mode their destinations then get a waypoint, whose pods
 * are admitted by restricted Pod Security only where Istio gives its gateways a seccomp profile, as `SecureIstioValues` does.
 *
 * Callers without an identity in the mesh are an error, which the workload can waive by `mesh-mtls-strict`: an ingress controller or a
 * scraper outside of it, or the API server as the caller of a webhook.
 *
 * The way in, for namespaces that run already: first with the waiver of `mesh-mtls-strict` and its end; then restart the workloads; then
 * without the waiver. The way out is the same in reverse: bring the waiver back, then remove this construct, then restart.
 *
 * @see https://istio.io/latest/docs/ops/best-practices/security/
 */
export class IstioMtlsMesh extends Construct {
  /** @internal */
  public readonly _propOf = PROP_OF;

  private readonly settings: MeshSettings;

  constructor(scope: Construct, id: string, props: IstioMtlsMeshProps) {
    super(scope, id);
    const session = Session.of(this);
    markWaivable(this);
    const waivers = new OwnWaivers(props.waivers ?? [], { object: [FLOW_RULES.meshStrict], containers: {} });
    for (const { expires } of waivers.list) {
      if (expires === undefined) {
        refuse({
          what: `waiver of ${FLOW_RULES.meshStrict} for a whole mesh has no end`,
          got: expires,
          expected: 'the day by which its workloads are part of the mesh',
          todo: 'say it with expires',
        });
      }
    }
    this.settings = settleMesh(props, waivers.has(FLOW_RULES.meshStrict));
    const mesh = AppMesh.of(this);
    if (mesh.construct) {
      refuse({ what: 'a second mesh in one app', got: this.node.path, expected: `one, which is ${mesh.construct.node.path}`, todo: 'name all its namespaces there' });
    }
    session.waivers.add(this, waivers.list.map(each => ({ ...each, hasActed: true })));
    const model = new MeshModel(session, this.settings);
    mesh.begin(this, model);
    model.graph.passage = model.isAmbient ? ambientPassage(model, session.settings.ipv6) : sidecarPassage(model);
    const objects = new MeshObjects(session, model, this);
    session.addSealStep(SealPhase.OBJECTS, () => objects.make());
    session.addAudit(() => ({ conclude: () => meshFindings(model) }));
    this.node.addValidation({ validate: () => unknownNamespaces(model) });
  }
}

function unknownNamespaces({ settings, namespaces }: MeshModel): string[] {
  return (settings.namespaces ?? []).filter(name => !namespaces.knows(name)).map(name => sentence({
    what: 'namespace of the mesh is none of the app', got: name, expected: 'a SecureNamespace, or one that is imported', todo: 'make it, or leave it out',
  }));
}
