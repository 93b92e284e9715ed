import { refuse } from '../kube/problem';

const UNIT = /^[A-Za-z0-9][A-Za-z0-9:_.\\-]*\.(?:service|timer|path|socket|mount|target)$/;

/** The name of a unit of systemd that a file under `/etc/systemd/system` defines. */
export function checkUnitName(name: string): string {
  return typeof name === 'string' && name.length <= 255 && UNIT.test(name) ? name : refuse({
    what: 'unit of systemd', got: name, expected: 'a name with a kind, such as node-firewall.service', todo: 'correct it',
  });
}
