import * as fs from 'fs';
import * as path from 'path';
import { generateLibrary } from './bindings';

const DECLARED = /^\s*public (?:abstract )?(?:class|interface|enum) (\w+)/gm;

/** The names that the generated C# declares. No compiler judges it. */
export async function declaredNames(): Promise<string[]> {
  const sources = await generateLibrary('dotnet');
  const files = fs.readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.cs'));
  return files.flatMap(file => [...fs.readFileSync(path.join(sources, file), 'utf8').matchAll(DECLARED)].map(([, name]) => name));
}

/** The public types of the library that C# lacks. A struct is an interface with an I before it, and a class that holds its values. */
export function lacking(declared: readonly string[], assembly: any): string[] {
  const types: any[] = Object.values(assembly.types);
  const expected = types.flatMap(({ name, datatype }) => datatype ? [name, `I${name}`] : [name]);
  return expected.filter(name => !declared.includes(name)).map(name => `no ${name}`);
}
