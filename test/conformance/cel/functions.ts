import { LIBRARIES } from '../../../src/cel/libraries';
import type { Overload } from '../../../src/cel/overload';
import { CROSS_TYPE_ORDERING, STANDARD } from '../../../src/cel/standard/standard-library';
import { showType } from '../../../src/cel/type';

/** Operators under the names that cel-go has for them. */
const SIGNS: { readonly [name: string]: string } = {
  '_+_': '+', '_-_': '-', '_*_': '*', '_/_': '/', '_%_': '%', '_==_': '==', '_!=_': '!=', '_<_': '<', '_<=_': '<=', '_>_': '>', '_>=_': '>=', '!_': '!', '-_': '-', '@in': 'in',
};

/** Parts of the language that have a form of their own in the tree, and what macros call. */
const IN_THE_TREE = /^(_|@|cel\.@)/;

export function overloadsOf(minor: number): Overload[] {
  return [STANDARD, CROSS_TYPE_ORDERING, ...LIBRARIES].filter(({ since }) => since <= minor).flatMap(({ overloads }) => overloads);
}

/** Every function of our environment, as text. */
export function ourFunctions(minor: number): string[] {
  return overloadsOf(minor).map(({ name, isMethod, args, result }) => line(name, isMethod, args.map(showType), showType(result)));
}

/** Every function of the API server's environment, from what the oracle says. */
export function theirFunctions(said: readonly string[]): string[] {
  return said.map(text => JSON.parse(text) as [string, boolean, string[], string])
    .map(([name, isMethod, args, result]) => line(SIGNS[name] ?? name, isMethod, args, result))
    .filter(text => !IN_THE_TREE.test(text));
}

/** Type parameters by the order in which they are met: their names are of no account. */
function line(name: string, isMethod: boolean, args: readonly string[], result: string): string {
  const names = new Map<string, string>();
  const plain = (text: string) => text.replace(/google\.protobuf\.(Duration|Timestamp)/g, (_, word: string) => word.toLowerCase()).replace(/\b[A-Z]\b/g, letter => {
    names.set(letter, names.get(letter) ?? `P${names.size}`);
    return names.get(letter)!;
  });
  return `${name} ${isMethod ? 'method' : 'function'} (${args.map(plain).join(', ')}) ${plain(result)}`;
}
