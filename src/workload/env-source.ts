import { checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';

/**
 * A value of an environment variable that is not written in the program.
 */
export class EnvSource {
  /**
   * A key of a ConfigMap.
   *
   * @param configMap name of the ConfigMap
   * @param key the key
   */
  public static configMapKey(configMap: string, key: string): EnvSource {
    return new EnvSource({ configMapKeyRef: { name: checkDnsSubdomain('name of a ConfigMap', configMap), key: checkKey(key) } });
  }

  /**
   * A key of a Secret. Prefer `Mount.secret`: environment variables are inherited by every child process, and printed by many programs
   * when they fail.
   *
   * @param secret name of the Secret
   * @param key the key
   */
  public static secretKey(secret: string, key: string): EnvSource {
    return new EnvSource({ secretKeyRef: { name: checkDnsSubdomain('name of a Secret', secret), key: checkKey(key) } });
  }

  /**
   * A field of the pod, such as `metadata.name` or `status.podIP`.
   *
   * @param fieldPath the field
   */
  public static podField(fieldPath: string): EnvSource {
    if (!POD_FIELDS.test(fieldPath)) {
      refuse({
        what: 'pod field that cannot be an environment variable',
        got: fieldPath,
        expected: 'metadata.name, .namespace, .uid, .labels[…], .annotations[…], spec.nodeName, spec.serviceAccountName, status.hostIP(s), status.podIP(s)',
        todo: 'name one of these',
      });
    }
    return new EnvSource({ fieldRef: { fieldPath } });
  }

  private constructor(
    /** @internal */
    public readonly _valueFrom: Record<string, unknown>,
  ) {}
}

const POD_FIELDS = /^(metadata\.(name|namespace|uid|labels\['[^']+'\]|annotations\['[^']+'\])|spec\.(nodeName|serviceAccountName)|status\.(hostIPs?|podIPs?))$/;

function checkKey(key: string): string {
  if (typeof key !== 'string' || !/^[-._a-zA-Z0-9]{1,253}$/.test(key)) {
    refuse({ what: 'key of a ConfigMap or Secret', got: key, expected: 'letters, digits, -, _ and .', todo: 'correct the key' });
  }
  return key;
}
