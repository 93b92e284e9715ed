import type { IConstruct } from 'constructs';
import { Session } from '../policy/session';

/** The files with which an app has Istio installed: they are no manifests. */
export class IstioValueFiles {
  public static of(construct: IConstruct): IstioValueFiles {
    return Session.of(construct).part('istio-value-files', () => new IstioValueFiles());
  }

  private made?: { readonly by: IConstruct; readonly files: ReadonlyMap<string, string> };

  private constructor() {}

  /** What makes them; nothing where the app has none. */
  public get owner(): IConstruct | undefined {
    return this.made?.by;
  }

  /** Their texts, by their names. */
  public get files(): ReadonlyMap<string, string> {
    return this.made?.files ?? new Map<string, string>();
  }

  public set(by: IConstruct, files: ReadonlyMap<string, string>): void {
    this.made = { by, files };
  }
}
