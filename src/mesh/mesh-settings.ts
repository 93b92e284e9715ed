import { IstioDataPlane } from './istio-data-plane';
import type { IstioMtlsMeshProps } from './istio-mtls-mesh-props';
import { IstioVersion } from './istio-version';
import { MeshScope } from './mesh-scope';
import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList, checkMember, checkStruct } from '../kube/shape';

/** A mesh with every value checked and settled. */
export interface MeshSettings {
  readonly dataPlane: IstioDataPlane;
  readonly version: IstioVersion;
  readonly rootNamespace: string;
  readonly trustDomain: string;
  readonly clusterDomain: string;
  readonly revision: string;
  readonly scope: MeshScope;
  /** All that the app knows, where there are none. */
  readonly namespaces?: readonly string[];
  readonly accessLog: boolean;
  /** Whether plaintext is taken too, by a waiver that ends. */
  readonly isPermissive: boolean;
}

/** Checks the props of a mesh and settles their values. */
export function settleMesh(props: IstioMtlsMeshProps, isPermissive: boolean): MeshSettings {
  checkStruct('props of the mesh', props);
  const dataPlane = checkMember('dataPlane of the mesh', props.dataPlane, IstioDataPlane);
  const version = props.istioVersion ?? IstioVersion.V1_28;
  if (!(version instanceof IstioVersion)) {
    refuse({ what: 'istioVersion of the mesh', got: version, expected: 'an IstioVersion', todo: 'write IstioVersion.V1_28 or IstioVersion.of(…)' });
  }
  if (dataPlane === IstioDataPlane.AMBIENT && !version.atLeast(IstioVersion.V1_24)) {
    refuse({ what: 'ambient mode in this version of Istio', got: version.text, expected: '1.24 or newer', todo: 'upgrade Istio first, or use IstioDataPlane.SIDECAR' });
  }
  if (props.revision !== undefined && dataPlane === IstioDataPlane.AMBIENT) {
    refuse({
      what: 'revision of the mesh in ambient mode',
      got: props.revision,
      expected: 'none: pods are part of it by their data plane, and label of a revision would add sidecars',
      todo: 'leave it out',
    });
  }
  const namespaces = props.namespaces && checkList('namespaces of the mesh', props.namespaces).map(name => checkDnsLabel('namespace of the mesh', name));
  return {
    dataPlane,
    version,
    rootNamespace: checkDnsLabel('rootNamespace of the mesh', props.rootNamespace ?? 'istio-system'),
    trustDomain: checkDnsSubdomain('trustDomain of the mesh', props.trustDomain ?? 'cluster.local'),
    clusterDomain: checkDnsSubdomain('clusterDomain of the mesh', props.clusterDomain ?? 'cluster.local'),
    revision: checkDnsLabel('revision of the mesh', props.revision ?? 'default'),
    scope: checkMember('scope of the mesh', props.scope ?? MeshScope.MANAGED_NAMESPACES, MeshScope),
    ...(namespaces ? { namespaces: [...new Set(namespaces)] } : {}),
    accessLog: props.accessLog === undefined || checkFlag('accessLog of the mesh', props.accessLog),
    isPermissive,
  };
}
