import { checkPortName } from '../kube/names';
import { AppProtocol, checkPort, PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkList, checkMember, checkStruct } from '../kube/shape';
import type { EndpointPort } from '../network/endpoint';

/**
 * A port on which a container listens.
 */
export interface ContainerPort {
  /**
   * Number of the port. From 1024 on: a process without root cannot open a lower one.
   */
  readonly number: number;

  /**
   * Name of the port, unique in the workload.
   *
   * @default - the application protocol where the main container has one port, else `<protocol>-<number>`
   */
  readonly name?: string;

  /**
   * Transport protocol.
   *
   * @default PortProtocol.TCP
   */
  readonly protocol?: PortProtocol;

  /**
   * What is spoken on the port. Service meshes and ingress controllers read it.
   *
   * @default AppProtocol.HTTP for TCP ports, none for others
   */
  readonly appProtocol?: AppProtocol;

  /**
   * Port of the Service that leads here.
   *
   * @default - the container's port: one CNI enforces policies only then
   */
  readonly servicePort?: number;
}

/** A port with every value settled. */
export interface SettledPort extends EndpointPort {
  readonly appProtocol?: AppProtocol;
}

/**
 * The ports of a main container, checked and named.
 *
 * @param spoken what is spoken on a port that does not say it, as its health check tells
 */
export function settlePorts(
  what: string, port: number | undefined, ports: readonly ContainerPort[] | undefined, spoken?: AppProtocol,
): SettledPort[] {
  if (port !== undefined && ports !== undefined) {
    refuse({ what: `${what} has both port and ports`, got: { port, ports }, expected: 'one of the two', todo: 'put all ports into ports' });
  }
  const given = port === undefined ? checkList(`ports of ${what}`, ports) : [{ number: port, appProtocol: spoken }];
  return settleAll(what, given, given.length === 1);
}

/** The ports of a sidecar. No Service leads to them, and their names tell them from the main container's. */
export function settleSidecarPorts(what: string, ports: readonly ContainerPort[] | undefined): SettledPort[] {
  return settleAll(what, checkList(`ports of ${what}`, ports), false).map(port => ({ ...port, servicePort: undefined }));
}

function settleAll(what: string, ports: readonly ContainerPort[], only: boolean): SettledPort[] {
  const settled = ports.map(each => settle(what, checkStruct(`port of ${what}`, each), only));
  refuseTwice(what, 'name', settled.map(p => p.name));
  refuseTwice(what, 'number', settled.map(p => `${p.number}/${p.protocol}`));
  refuseTwice(what, 'servicePort', settled.map(p => `${p.servicePort}/${p.protocol}`));
  return settled;
}

function settle(what: string, port: ContainerPort, only: boolean): SettledPort {
  const number = checkPort(`port of ${what}`, port.number);
  if (number < 1024) {
    refuse({
      what: `port of ${what} needs root or a capability`,
      got: number,
      expected: '1024 to 65535',
      todo: 'let the program listen on a higher port; servicePort can still be the lower one',
    });
  }
  const protocol = checkMember(`protocol of port ${number} of ${what}`, port.protocol ?? PortProtocol.TCP, PortProtocol);
  const appProtocol = port.appProtocol ?? (protocol === PortProtocol.TCP ? AppProtocol.HTTP : undefined);
  if (appProtocol !== undefined) { checkMember(`appProtocol of port ${number} of ${what}`, appProtocol, AppProtocol); }
  const spoken = (appProtocol ?? protocol).toLowerCase().replace(/^kubernetes\.io\//, '');
  const name = checkPortName(`name of port ${number} of ${what}`, port.name ?? (only ? spoken : `${spoken}-${number}`));
  const servicePort = checkPort(`servicePort of ${what}`, port.servicePort ?? number);
  return { number, name, protocol, servicePort, ...(appProtocol === undefined ? {} : { appProtocol }) };
}

function refuseTwice(what: string, field: string, values: readonly string[]): void {
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) {
    refuse({ what: `two ports of ${what} have one ${field}`, got: twice, expected: `each ${field} once`, todo: 'give one of them another' });
  }
}
