import type { IConstruct } from 'constructs';

const owners = new WeakMap<IConstruct, IConstruct>();

/** Says which construct of the program an object stands for. */
export function setOwner(object: IConstruct, owner: IConstruct): void {
  owners.set(object, owner);
}

/** The construct that the user wrote: errors name it, not the place at which its object is kept. */
export function ownerOf(construct: IConstruct): IConstruct {
  return owners.get(construct) ?? construct;
}
