import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ownerOf } from './owner';

/**
 * Which prop of a construct says what stands in a field of its objects. The paths are those of the manifest with no index, such as
 * `spec.ports[].port`; one that leads further in speaks for itself, and every other for all that stands in it.
 */
export type PropsOfFields = Readonly<Record<string, string>>;

/** Says which prop changes a field of an object; nothing where none does. */
export type PropOf = (field: string, object: ApiObject) => string | undefined;

/** A construct that can say by which of its props a field of an object of its own is changed. */
export interface TellsProps extends IConstruct {
  readonly _propOf: PropOf;
}

/** The same from a table. */
export function propsByField(props: PropsOfFields): PropOf {
  return field => propIn(props, field);
}

/** The prop of the longest path that leads to the field. */
export function propIn(props: PropsOfFields, field: string): string | undefined {
  const steps = field.replace(/\[\d+\]/g, '[]').replace(/\['([^']*)'\]/g, '.$1');
  for (let path = steps; path !== ''; path = outer(path)) {
    if (Object.hasOwn(props, path)) { return props[path]; }
  }
  return undefined;
}

/** Without its last index, or its last key. */
function outer(path: string): string {
  return path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

/** The prop by which the construct of the program changes a field of an object, where it makes the object and has one. */
export function propOf(object: IConstruct, field: string): string | undefined {
  const owner = ownerOf(object);
  if (owner === object || !ApiObject.isApiObject(object) || !tellsProps(owner)) { return undefined; }
  return owner._propOf(field, object as ApiObject);
}

/** `image of HardenedDeployment`. */
export function propText(object: IConstruct, props: readonly string[]): string {
  return `${props.join(', ')} of ${ownerOf(object).constructor.name}`;
}

function tellsProps(construct: IConstruct): construct is TellsProps {
  return typeof (construct as Partial<TellsProps>)._propOf === 'function';
}
