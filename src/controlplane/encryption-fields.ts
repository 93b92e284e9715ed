/** A field that an EncryptionConfiguration cannot have, or that holds another kind of value. */
export interface FieldFault {
  readonly field: string;
  readonly problem: string;
  /** Whether it holds another kind of value, so that what is in it cannot be judged. */
  readonly isType: boolean;
}

type Shape = 'text' | 'number' | readonly [Shape] | { readonly [field: string]: Shape };

const KEYS: Shape = { keys: [{ name: 'text', secret: 'text' }] };
const CONFIG: Shape = {
  apiVersion: 'text',
  kind: 'text',
  resources: [{
    resources: ['text'],
    providers: [{
      kms: { apiVersion: 'text', name: 'text', cachesize: 'number', endpoint: 'text', timeout: 'text' },
      aesgcm: KEYS,
      aescbc: KEYS,
      secretbox: KEYS,
      identity: {},
    }],
  }],
};

/** Fields that the decoder of the API server does not know, `metadata` among them, and values that it cannot read. */
export function fieldFaults(config: unknown): FieldFault[] {
  return config === null || config === undefined ? [{ field: '', problem: 'is empty', isType: true }] : faultsAt('', config, CONFIG);
}

function faultsAt(field: string, value: unknown, shape: Shape): FieldFault[] {
  if (value === null || value === undefined) { return []; }
  if (shape === 'text' || shape === 'number') {
    return typeof value === (shape === 'text' ? 'string' : 'number') ? [] : [{ field, problem: `is no ${shape}`, isType: true }];
  }
  if (isList(shape)) {
    return Array.isArray(value) ? value.flatMap((item, i) => faultsAt(`${field}[${i}]`, item, shape[0])) : [{ field, problem: 'is no list', isType: true }];
  }
  if (typeof value !== 'object' || Array.isArray(value)) { return [{ field, problem: 'is no map', isType: true }]; }
  return Object.entries(value).flatMap(([name, part]) => {
    const at = field === '' ? name : `${field}.${name}`;
    return Object.hasOwn(shape, name) ? faultsAt(at, part, shape[name]) : [{ field: at, problem: 'is no field of it', isType: false }];
  });
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
