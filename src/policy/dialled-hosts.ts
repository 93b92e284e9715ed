import { NONE, objectOf } from './json-reading';
import type { ContainerView } from '../kube/pod';

/** A host that a container's environment names. Of the value nothing else is kept: it may hold a credential. */
export interface Dial {
  readonly host: string;
  readonly port?: number;
  readonly field: string;
  readonly container: string;
}

const URL = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#\s]*@)?([a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?(?:[/?#]|$)/i;
const HOST_AND_PORT = /^([a-z0-9][a-z0-9.-]*):(\d{1,5})(?:\/|$)/i;
const HOST = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i;

/** Names of variables whose whole value is a host. */
const NAMES_HOST = /(?:^|_)(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|ENDPOINT|URL|URI|SERVICE)$/i;

/** The longest value that is looked at: an address is short, and a long text is none. */
const LONGEST = 500;

/** The hosts that containers seem to dial. Whether a host is a Service is for the whole set to say. */
export function dialsOf(containers: readonly ContainerView[]): readonly Dial[] {
  let dials: Dial[] | undefined;
  for (const { raw, path, name: container } of containers) {
    if (!Array.isArray(raw.env)) { continue; }
    for (let i = 0; i < raw.env.length; i++) {
      const { name, value } = objectOf(raw.env[i]);
      const found = typeof value === 'string' && value.length <= LONGEST ? hostIn(name, value) : null;
      if (!found) { continue; }
      const [, host, port] = found;
      dials ??= [];
      dials.push({ host: host.toLowerCase(), ...(port === undefined ? {} : { port: Number(port) }), field: `${path}.env[${i}].value`, container });
    }
  }
  return dials ?? NONE;
}

function hostIn(name: unknown, value: string): RegExpExecArray | null {
  return URL.exec(value) ?? HOST_AND_PORT.exec(value) ?? (isHost(name, value) ? HOST.exec(value) : null);
}

function isHost(name: unknown, value: string): boolean {
  return /\.svc(?:\.cluster\.local)?\.?$/i.test(value) || (typeof name === 'string' && NAMES_HOST.test(name));
}
