import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { checkDnsSubdomain } from '../kube/names';
import { refuse, sentence } from '../kube/problem';
import { TokenlessServiceAccount } from '../rbac/tokenless-service-account';

/** What a service account of a workload's own is made of. */
export interface OwnAccountProps {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly pullSecrets: readonly string[];
}

/** The service account of a workload's pods. */
export interface SettledAccount {
  readonly account: kplus.IServiceAccount;
  /** Secrets that its pods must name themselves, because the account is not ours to name them on. */
  readonly pullSecrets: readonly string[];
}

/** The service account that was given, or one of the workload's own. */
export function settleAccount(workload: Construct, given: kplus.IServiceAccount | undefined, own: OwnAccountProps): SettledAccount {
  if (given === undefined || given === null) {
    const account = new TokenlessServiceAccount(workload, 'ServiceAccount', { ...own, labels: { ...own.labels }, pullSecrets: [...own.pullSecrets] });
    return { account, pullSecrets: [] };
  }
  const what = `service account of "${own.name}"`;
  if (typeof given !== 'object' || !('name' in given)) {
    refuse({ what, got: given, expected: 'a service account', todo: 'pass a TokenlessServiceAccount, or one of cdk8s-plus' });
  }
  checkDnsSubdomain(`name of the ${what}`, given.name);
  // An account that names no namespace receives the one it stands in when the app is sealed, which is before this is asked.
  workload.node.addValidation({
    validate: () => {
      const namespace = namespaceOf(given);
      return namespace === undefined || namespace === own.namespace ? [] : [sentence({
        what: `${what} stands in another namespace`, got: namespace, expected: own.namespace, todo: 'make it where its pods run: they cannot use another one',
      })];
    },
  });
  return { account: given, pullSecrets: own.pullSecrets };
}

/** The namespace of a service account of ours, or of any minor of cdk8s-plus; undefined where it only stands for one made elsewhere. */
function namespaceOf(account: kplus.IServiceAccount): string | undefined {
  const { namespace, metadata } = account as { namespace?: string; metadata?: { namespace?: string } };
  return namespace ?? metadata?.namespace;
}
