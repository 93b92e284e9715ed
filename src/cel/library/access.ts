import { opaque, Opaque } from '../type';
import { fault, OpaqueValue } from '../value';

/** What is asked of a cluster: whether someone may do something. */
export interface AccessQuestion {
  /** In place of whoever sent the request: `namespace/name`. */
  readonly serviceAccount?: string;
  readonly verb: string;
  /** Set for what is no resource, such as `/healthz`; the others are set for what is one. */
  readonly path?: string;
  readonly group?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
}

/** What a cluster answers. */
export interface AccessAnswer {
  readonly allowed: boolean;
  readonly reason?: string;
  /** Why it could not be told. */
  readonly error?: string;
}

export type Ask = (question: AccessQuestion) => AccessAnswer;

const typeNamed = (name: string): Opaque => opaque(`kubernetes.authorization.${name}`);

/** Of the variable `authorizer`. */
export const AUTHORIZER = typeNamed('Authorizer');
export const PATH_CHECK = typeNamed('PathCheck');
export const GROUP_CHECK = typeNamed('GroupCheck');
/** Of the variable `authorizer.requestResource` too. */
export const RESOURCE_CHECK = typeNamed('ResourceCheck');
export const DECISION = typeNamed('Decision');

/** No two of these can be compared. */
abstract class AccessValue extends OpaqueValue {
  public abstract readonly type: Opaque;

  public equals(): boolean {
    return fault('no such overload');
  }

  public toString(): string {
    return this.type.name;
  }
}

/** A question that is not yet asked, on its way through the methods that complete it. */
export class CelAccess extends AccessValue {
  constructor(public readonly type: Opaque, private readonly ask: Ask, private readonly question: Omit<AccessQuestion, 'verb'> = {}) {
    super();
  }

  /** The same question, with more in it. */
  public with(more: Omit<AccessQuestion, 'verb'>, of: Opaque = this.type): CelAccess {
    return new CelAccess(of, this.ask, { ...this.question, ...more });
  }

  public check(verb: string): CelDecision {
    return new CelDecision(this.ask({ ...this.question, verb }));
  }
}

/** What a question was answered. */
export class CelDecision extends AccessValue {
  public readonly type = DECISION;

  constructor(public readonly answer: AccessAnswer) {
    super();
  }
}
