import type { IConstruct } from 'constructs';

/** A field of the object itself: a table of all objects would be walked by the garbage collector again and again. */
const OWNER = Symbol('cdk8s-hardened.owner');

interface Owned extends IConstruct {
  [OWNER]?: IConstruct;
}

/** Says which construct of the program an object stands for. */
export function setOwner(object: IConstruct, owner: IConstruct): void {
  (object as Owned)[OWNER] = owner;
}

/** The construct that the user wrote: errors name it, not the place at which its object is kept. */
export function ownerOf(construct: IConstruct): IConstruct {
  return (construct as Owned)[OWNER] ?? construct;
}
