import { EncryptionProvider } from './encryption-provider';
import { EncryptionState } from './encryption-state';
import { encryptionFaults } from './encryption-validation';
import { covers, parseResource } from './stored-resource';
import { refuse } from '../kube/problem';

/** What is encrypted, by what. */
export interface EncryptionPlan {
  readonly provider: EncryptionProvider;
  /** The key or provider that wrote until now. */
  readonly predecessor?: EncryptionProvider;
  readonly state: EncryptionState;
  /** Beside Secrets and ConfigMaps. */
  readonly moreResources: readonly string[];
  readonly everything: boolean;
}

const ALWAYS = ['configmaps', 'secrets'];

/** The keys and providers in the order in which the API server takes them: the first one writes. */
export function providersOf({ provider, predecessor, state }: Pick<EncryptionPlan, 'provider' | 'predecessor' | 'state'>): EncryptionProvider[] {
  if (!predecessor) { return [provider]; }
  return state === EncryptionState.KEY_ADDED ? [predecessor, provider] : [provider, predecessor];
}

/** Names of what is encrypted. */
export function resourcesOf({ moreResources, everything }: Pick<EncryptionPlan, 'moreResources' | 'everything'>): string[] {
  if (everything) { return ['*.*']; }
  const wanted = moreResources.map(parseResource);
  const always = ALWAYS.filter(name => !wanted.some(wide => covers(wide, parseResource(name))));
  return [...always, ...moreResources].sort();
}

/**
 * The EncryptionConfiguration, with no key in it: where one belongs, there is a mark that the node replaces.
 *
 * @param secret what stands for the key of a name
 */
export function encryptionConfiguration(plan: EncryptionPlan, secret = keyMark): { readonly [field: string]: unknown } {
  const list = [...merged(providersOf(plan), secret), ...(plan.state === EncryptionState.ENABLING ? [{ identity: {} }] : [])];
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [
      // Events come by the thousand, say little, and are gone after an hour: they would only cost the time of the KMS.
      ...(plan.everything ? [{ resources: ['events'], providers: [{ identity: {} }] }] : []),
      { resources: resourcesOf(plan), providers: list },
    ],
  };
}

/** What stands for a key until the node has made it. */
export function keyMark(name: string): string {
  return `__${name.toUpperCase()}__`;
}

/** Keys of one kind that follow each other stand in one provider, as the documentation of a rotation has it. */
function merged(providers: readonly EncryptionProvider[], secret: (name: string) => string): object[] {
  const list: { [kind: string]: any }[] = [];
  for (const { _kind: kind, _kms: kms, _keyName: name } of providers) {
    const last = list.at(-1)?.[kind];
    if (kms) {
      list.push({ kms });
    } else if (last) {
      last.keys.push({ name, secret: secret(name!) });
    } else {
      list.push({ [kind]: { keys: [{ name, secret: secret(name!) }] } });
    }
  }
  return list;
}

/** Refuses a configuration for which the API server would not start. */
export function checkEncryption(plan: EncryptionPlan): void {
  const faults = encryptionFaults(encryptionConfiguration(plan, () => Buffer.alloc(32).toString('base64')));
  if (faults.length > 0) {
    const resources = resourcesOf(plan);
    refuse({
      what: `the API server would not start with this encryption: ${faults.map(({ field, problem }) => `${told(field, resources)} ${problem}`).join(', ')}`,
      expected: 'resources as they are stored, each of them once',
      todo: 'correct moreResources',
    });
  }
}

/** A field of the file in the words of who called: of the resources, its name. */
function told(field: string, resources: readonly string[]): string {
  const index = /\.resources\[(\d+)\]$/.exec(field)?.[1];
  return index === undefined ? field : `"${resources[Number(index)]}"`;
}
