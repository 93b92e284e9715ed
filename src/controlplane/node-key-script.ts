import { keyMark } from './encryption-configuration';
import { CONFIG_DIRECTORY, CONFIG_PATH, KEY_DIRECTORY, TEMPLATE_PATH } from './encryption-paths';
import type { EncryptionProvider } from './encryption-provider';
import { EncryptionState } from './encryption-state';

/** Of the script that makes keys. */
export interface NodeKeyScript {
  /** Those whose key is on the node, in the order of the configuration. */
  readonly keys: readonly EncryptionProvider[];
  readonly state: EncryptionState;
  /** The key to which the cluster goes over. */
  readonly newest?: string;
  readonly etcdDirectory: string;
}

/**
 * A script for any POSIX shell that makes what keys are missing, once, and writes the configuration with them.
 *
 * A key that is missing beside data of etcd is not made anew: the data would be lost with nobody noticing until the API server starts. The
 * first argument is a directory that stands for the root of the file system. No key is ever an argument of a program: everybody on the
 * node can read those.
 */
export function nodeKeyScript({ keys, state, newest, etcdDirectory }: NodeKeyScript): string {
  const substitutions = keys.map(({ _keyName: name }) => `      *${keyMark(name!)}*) line="\${line%%${keyMark(name!)}*}\${${name}}\${line#*${keyMark(name!)}}" ;;`);
  return `#!/bin/sh
# Makes the keys of the encryption at rest on this node, once, and writes the configuration of the API server with them.
set -eu
umask 077
root=\${1:-}
keys="$root${KEY_DIRECTORY}"
config="$root${CONFIG_PATH}"
template="$root${TEMPLATE_PATH}"
etcd="$root${etcdDirectory}/member"
new=
trap 'rm -f "$new"' EXIT

fail() {
  echo "encryption at rest: $*" >&2
  exit 1
}

# Prints the key of a name, and makes it if that cannot lose anything.
key() {
  file="$keys/$1"
  if [ ! -s "$file" ]; then
    if [ -e "$etcd" ] && [ ! -e "$file.may-be-made" ]; then
      fail "$1 is missing, and etcd has data, which a new key could not read; bring its copy ($2) to $file; only if $1 has never encrypted anything: touch $file.may-be-made"
    fi
    new=$(mktemp "$keys/.new.XXXXXX")
    head -c 32 /dev/urandom | base64 | tr -d '\\n' > "$new"
    sync
    mv -f "$new" "$file"
    rm -f "$file.may-be-made"
    echo "encryption at rest: made $1; copy $file to its escrow now ($2)" >&2
  fi
  [ "$(base64 -d < "$file" 2> /dev/null | wc -c)" -eq 32 ] || fail "$file holds no key of 32 bytes in base64; bring its copy ($2)"
  cat "$file"
}

[ -s "$template" ] || fail "$template is missing"
mkdir -p "$keys" "$root${CONFIG_DIRECTORY}"
chmod 0700 "$keys" "$root${CONFIG_DIRECTORY}"
${orderCheck(state, newest)}${keys.map(({ _keyName: name, _escrow: escrow }) => `${name}=$(key ${name} '${escrow}')\n`).join('')}
new=$(mktemp "$root${CONFIG_DIRECTORY}/.new.XXXXXX")
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
${substitutions.join('\n')}
  esac
  printf '%s\\n' "$line"
done < "$template" > "$new"
if cmp -s "$new" "$config"; then
  rm -f "$new"
else
  sync
  mv -f "$new" "$config"
fi
chmod 0600 "$config"
new=
`.replace('  case $line in\n\n  esac\n', '');
}

/** What the node itself can know of the state before: which keys its configuration names now. */
function orderCheck(state: EncryptionState, newest: string | undefined): string {
  if (newest === undefined) { return ''; }
  const names = 'sed -n \'s/^[ -]*name: *//p\' "$config"';
  const steps: { readonly [state in EncryptionState]?: string } = {
    [EncryptionState.KEY_PROMOTED]: `${names} | grep -qx ${newest} || fail "${newest} is to write, and was not added before; go through the states one by one"`,
    [EncryptionState.KEY_REMOVED]: `[ "$(${names} | head -n 1)" = ${newest} ] || fail "only ${newest} is to be left, and it does not write yet; go through the states one by one"`,
  };
  const step = steps[state];
  return step === undefined ? '' : `if [ -e "$config" ]; then\n  ${step}\nfi\n`;
}
