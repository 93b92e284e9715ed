import { EnvSource } from './env-source';
import { checkEnvName } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct, checkText } from '../kube/shape';

/** The environment of a container, as its manifest states it: values first, then those that come from elsewhere, each in their order. */
export function environment(
  what: string, values: Readonly<Record<string, string>> = {}, sources: Readonly<Record<string, EnvSource>> = {},
): Record<string, unknown>[] {
  checkStruct(`env of ${what}`, values);
  checkStruct(`envFrom of ${what}`, sources);
  [...Object.keys(values), ...Object.keys(sources)].forEach(name => checkEnvName(`environment variable of ${what}`, name));
  const twice = Object.keys(values).find(name => Object.hasOwn(sources, name));
  if (twice !== undefined) {
    refuse({ what: `environment variable of ${what} stands in env and in envFrom`, got: twice, expected: 'one of the two', todo: 'remove it from one' });
  }
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value: checkText(`environment variable ${name} of ${what}`, value) })),
    ...Object.entries(sources).map(([name, source]) => ({ name, valueFrom: valueFrom(`envFrom ${name} of ${what}`, source) })),
  ];
}

function valueFrom(what: string, source: EnvSource): Record<string, unknown> {
  return source instanceof EnvSource ? source._valueFrom : refuse({ what, got: source, expected: 'EnvSource.configMapKey(…), .secretKey(…) or .podField(…)', todo: 'put plain values into env' });
}
