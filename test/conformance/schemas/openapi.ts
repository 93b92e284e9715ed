import { isIPv4, isIPv6 } from 'node:net';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import type { Cluster } from '../cluster/cluster';
import { Manifest, nameOf } from '../examples';

/** Formats of Kubernetes, as its own decoders read them. */
const FORMATS = {
  'int32': { type: 'number', validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31 },
  'int64': { type: 'number', validate: (value: number) => Number.isInteger(value) },
  'double': { type: 'number', validate: () => true },
  'byte': /^[A-Za-z0-9+/]*={0,2}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/,
  'int-or-string': true,
  'ipv4': isIPv4,
  'ipv6': isIPv6,
} as const;

/** What the OpenAPI documents of a running API server say of objects. */
export class OpenApi {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS as any });
  private readonly known = new Map<string, Promise<ReadonlyMap<string, ValidateFunction>>>();

  constructor(private readonly cluster: Cluster) {}

  /** Everything that is wrong with an object; one line each. */
  public async judge(object: Manifest): Promise<string[]> {
    const { apiVersion, kind } = object;
    const validators = await this.groupVersion(apiVersion);
    const validate = validators.get(kind);
    if (!validate) { throw new Error(`${nameOf(object)}: the server has no kind ${kind} of ${apiVersion}, and no CustomResourceDefinition for it is installed`); }
    return validate(object) ? [] : (validate.errors ?? []).map(line);
  }

  /** Forgets a group whose definitions have changed. */
  public forget(apiVersion: string): void {
    this.known.delete(apiVersion);
    this.ajv.removeSchema(apiVersion);
  }

  private groupVersion(apiVersion: string): Promise<ReadonlyMap<string, ValidateFunction>> {
    let validators = this.known.get(apiVersion);
    if (!validators) {
      validators = this.fetch(apiVersion);
      this.known.set(apiVersion, validators);
    }
    return validators;
  }

  private async fetch(apiVersion: string): Promise<ReadonlyMap<string, ValidateFunction>> {
    const { paths } = JSON.parse(await this.cluster.mustKubectl(['get', '--raw', '/openapi/v3']));
    const at = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
    if (!paths[at]) { return new Map(); }
    const document = JSON.parse(await this.cluster.mustKubectl(['get', '--raw', paths[at].serverRelativeURL]));
    Object.values<any>(document.components.schemas).forEach(close);
    this.ajv.addSchema({ $id: apiVersion, components: document.components });
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    const kinds = Object.entries<any>(document.components.schemas).flatMap(([name, schema]) => (
      (schema['x-kubernetes-group-version-kind'] ?? []).filter((each: any) => each.group === group && each.version === version)
        .map((each: any) => [each.kind, name] as const)
    ));
    return new Map(kinds.map(([kind, name]) => [kind, this.ajv.compile({ $ref: `${apiVersion}#/components/schemas/${name}` })]));
  }
}

/** The documents leave objects open; the server refuses what it does not know. */
function close(schema: any): void {
  if (typeof schema !== 'object' || schema === null) { return; }
  if (schema.properties && schema.additionalProperties === undefined && !schema['x-kubernetes-preserve-unknown-fields']) {
    schema.additionalProperties = false;
  }
  const { items, additionalProperties, properties = {}, allOf = [], oneOf = [] } = schema;
  for (const each of [items, additionalProperties, ...Object.values(properties), ...allOf, ...oneOf]) { close(each); }
}

function line({ instancePath, message, params }: ErrorObject): string {
  const what = params.additionalProperty ?? params.missingProperty ?? params.allowedValues?.join(', ');
  return `${instancePath || '/'} ${message}${what === undefined ? '' : ` (${what})`}`;
}
