import type { IConstruct } from 'constructs';
import { Session } from './session';
import type { Waiver } from './waiver';
import { checkWaivers } from './waiver-check';

/**
 * Waivers for anything in an app: a chart, a construct of another library, a Helm chart, or one object.
 *
 * ```ts
 * import { Chart } from 'cdk8s';
 * import { Waivers } from 'cdk8s-hardened';
 *
 * declare const monitoring: Chart;
 * Waivers.of(monitoring).add({ rule: 'read-only-root-filesystem', reason: 'the vendor ships it so', expires: '2027-06-30' });
 * ```
 */
export class Waivers {
  /**
   * The waivers of a construct and of everything below it.
   *
   * @param construct what departs from a rule
   */
  public static of(construct: IConstruct): Waivers {
    return new Waivers(construct);
  }

  private constructor(private readonly construct: IConstruct) {}

  /**
   * Gives leave to depart from rules, now or later. No manifest is changed by it: what a workload of this library does otherwise by a
   * waiver is said in the props of the workload, its namespace or the app.
   *
   * @param waivers each with the rule and the reason
   * @throws if one is incomplete. That its rule exists is checked when the app is judged
   */
  public add(...waivers: Waiver[]): void {
    const session = Session.of(this.construct);
    session.waivers.add(this.construct, checkWaivers(waivers));
    session.touch();
  }
}
