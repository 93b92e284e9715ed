import { createHash } from 'crypto';
import { Yaml } from 'cdk8s';
import { encryptionConfiguration, EncryptionPlan, providersOf } from './encryption-configuration';
import { isKeyMade } from './encryption-delivery';
import { PATCH_DIRECTORY, SECRET_KEY } from './encryption-paths';
import { ApiServerSettings, apiServerArguments } from './kubeadm-files';

const DIGITS = 10;
/** Of the Secrets that have a key. */
const LABEL = 'encryption.cdk8s-hardened/';

/**
 * Name of the Secret with the configuration of a plan. Another configuration is another name: Cluster API replaces the machines when a
 * reference changes, and not when what it refers to does.
 */
export function secretNameOf(base: string, plan: EncryptionPlan): string {
  const hash = createHash('sha256').update(Yaml.stringify(encryptionConfiguration(plan))).digest('hex');
  return `${base}-${hash.slice(0, DIGITS)}`;
}

/**
 * Commands that make the Secret in the management cluster, from keys that come from their escrow or are made then and there. A key that a
 * Secret of before has is not made once more: what it has encrypted could not be read.
 */
export function secretCommands(base: string, plan: EncryptionPlan): string {
  const name = secretNameOf(base, plan);
  const made = isKeyMade(plan) ? plan.provider._keyName : undefined;
  const keys = providersOf(plan).filter(({ _keyName: key }) => key !== undefined);
  const label = (key: string) => `${LABEL}${key}=${base}`;
  // What the shell would take for its own is written so that it does not; what is put in comes after it.
  const quoted = (text: string) => text.replace(/[\\$`]/g, '\\$&');
  const config = quoted(Yaml.stringify(encryptionConfiguration(plan))).replace(/__KEY(\d+)__/g, '$(cat key$1)');
  return [
    'set -eu',
    'umask 077',
    ...(made === undefined ? [] : [
      `if [ ! -e ${made} ]; then`,
      `  known=$(kubectl get secret --namespace "$NAMESPACE_OF_THE_CLUSTER" --selector ${label(made)} --output name)`,
      `  test -z "$known"  # else bring ${made} from its escrow first`,
      `  head -c 32 /dev/urandom | base64 | tr -d '\\n' > ${made}  # copy it to its escrow: ${plan.provider._escrow}`,
      'fi',
    ]),
    ...keys.map(({ _keyName: key, _escrow: escrow }) => `test "$(base64 -d < ${key} | wc -c)" -eq 32  # else bring it from its escrow first: ${escrow}`),
    `cat > ${SECRET_KEY} <<EOF`,
    `${config}EOF`,
    `kubectl create secret generic ${name} --namespace "$NAMESPACE_OF_THE_CLUSTER" --from-file=${SECRET_KEY}`,
    `kubectl label secret ${name} --namespace "$NAMESPACE_OF_THE_CLUSTER" ${keys.map(({ _keyName: key }) => label(key!)).join(' ')}`,
    `rm ${SECRET_KEY}`,
  ].join('\n');
}

/** What a KubeadmConfigSpec says of the API server, beside its files. */
export function kubeadmConfigSpec({ flags, volumes }: ApiServerSettings): string {
  const patches = () => ({ patches: { directory: PATCH_DIRECTORY } });
  return Yaml.stringify({
    clusterConfiguration: { apiServer: apiServerArguments({ flags, volumes }, true) },
    initConfiguration: patches(),
    joinConfiguration: patches(),
  });
}
