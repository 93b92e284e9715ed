import type { IConstruct } from 'constructs';
import type { MeshModel } from './mesh-model';
import { sentence } from '../kube/problem';
import { Session } from '../policy/session';

/** The mesh of an app, for constructs that need one and may stand in the program before it. */
export class AppMesh {
  public static of(construct: IConstruct): AppMesh {
    const session = Session.of(construct);
    return session.part('mesh', () => new AppMesh(session));
  }

  private made?: { readonly construct: IConstruct; readonly model: MeshModel };

  private constructor(private readonly session: Session) {}

  /** What makes it; nothing where the app has none so far. */
  public get construct(): IConstruct | undefined {
    return this.made?.construct;
  }

  /** What it knows; nothing where the app has none so far. */
  public get model(): MeshModel | undefined {
    return this.made?.model;
  }

  public begin(construct: IConstruct, model: MeshModel): void {
    this.made = { construct, model };
    this.session.touch();
  }
}

/** What is wrong where a namespace is part of no mesh of the app, and something in it needs one. */
export function meshMissing(construct: IConstruct, what: string, namespace: string): string[] {
  return AppMesh.of(construct).model?.isMeshed(namespace) ? [] : [sentence({
    what, expected: `an IstioMtlsMesh in the app, of which namespace "${namespace}" is part`, todo: 'make the mesh part of the app, or take this out of it',
  })];
}
