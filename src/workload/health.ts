import { checkCommand } from './command';
import { AppProtocol, checkPort } from '../kube/port';
import { refuse } from '../kube/problem';
import { checkStruct, checkText } from '../kube/shape';

/**
 * Properties for `Health.http`.
 */
export interface HttpHealthProps {
  /**
   * Path that answers while the process is alive. It must not depend on other services: if it fails, the container is restarted.
   */
  readonly live: string;

  /**
   * Path that answers when the pod can serve. It must differ from `live`: if it fails, the pod gets no traffic, and is not restarted.
   */
  readonly ready: string;

  /**
   * Container port that answers.
   *
   * @default - the container's first port
   */
  readonly port?: number;

  /**
   * Headers of the requests.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string };
}

/**
 * Properties for `Health.grpc`.
 */
export interface GrpcHealthProps {
  /**
   * Container port that answers.
   *
   * @default - the container's first port
   */
  readonly port?: number;

  /**
   * Name of the service asked about. A server that registers only the empty name answers NOT_FOUND to any other.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/**
 * Properties for `Health.tcp`.
 */
export interface TcpHealthProps {
  /**
   * Container port that must accept a connection.
   *
   * @default - the container's first port
   */
  readonly port?: number;
}

/**
 * Properties for `Health.exec`.
 */
export interface ExecHealthProps {
  /**
   * Command that succeeds while the process is alive.
   *
   * @default - the port must accept a connection; required where the container has no port
   */
  readonly live?: string[];

  /**
   * Command that succeeds when the pod can serve. It must differ from `live`.
   */
  readonly ready: string[];
}

/** How one probe asks. Ports are filled in from the container. */
type Ask = (firstPort: number | undefined) => Record<string, unknown>;

/**
 * How a container is asked whether it lives and whether it can serve. The two questions differ: a pod that waits for its database is
 * alive and not ready, and restarting it would only make things worse.
 *
 * A start-up probe gives the process 150 seconds before the liveness probe counts.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Health {
  /**
   * HTTP GET on two paths.
   *
   * @param props the paths
   * @throws if the two paths are the same, or do not begin with a slash
   */
  public static http(props: HttpHealthProps): Health {
    const { live, ready, headers, port } = checkStruct('properties of Health.http', props);
    for (const path of [live, ready]) {
      if (typeof path !== 'string' || !/^\/[!-~]*$/.test(path)) {
        refuse({ what: 'health path is no path', got: path, expected: 'a path that begins with /', todo: 'give the path alone, without host and port' });
      }
    }
    if (live === ready) { refuse({ ...SAME, got: live }); }
    const httpHeaders = headersOf(headers ?? {});
    const get = (path: string): Ask => first => ({
      httpGet: { path, port: portOf(port, first), ...(httpHeaders.length > 0 ? { httpHeaders: httpHeaders.map(each => ({ ...each })) } : {}) },
    });
    return new Health(get(live), get(ready), checkGiven(port));
  }

  /**
   * The gRPC health protocol for readiness, and a TCP connection for liveness: a server whose dependencies are down must not be
   * restarted.
   *
   * @param props port and service
   */
  public static grpc(props: GrpcHealthProps = {}): Health {
    const { port, service } = checkStruct('properties of Health.grpc', props);
    if (service !== undefined) { checkText('service of the health check', service); }
    const ask: Ask = first => ({ grpc: { port: portOf(port, first), ...(service ? { service } : {}) } });
    return new Health(tcpAsk(port), ask, checkGiven(port), AppProtocol.GRPC);
  }

  /**
   * A TCP connection. It says only that the port is open; readiness is asked twice as often as liveness.
   *
   * @param props the port
   */
  public static tcp(props: TcpHealthProps = {}): Health {
    const { port } = checkStruct('properties of Health.tcp', props);
    return new Health(tcpAsk(port), tcpAsk(port), checkGiven(port));
  }

  /**
   * Commands inside the container.
   *
   * @param props the commands
   * @throws if the two commands are the same, or one is empty
   */
  public static exec(props: ExecHealthProps): Health {
    checkStruct('properties of Health.exec', props);
    const ready = checkCommand('ready command of the health check', props.ready);
    const live = props.live && checkCommand('live command of the health check', props.live);
    if (JSON.stringify(live) === JSON.stringify(ready)) { refuse(SAME); }
    const run = (command: readonly string[]): Ask => () => ({ exec: { command: [...command] } });
    return new Health(live ? run(live) : tcpAsk(undefined), run(ready), undefined);
  }

  private constructor(
    private readonly live: Ask,
    private readonly ready: Ask,
    private readonly port: number | undefined,
    /** What a container speaks that is asked so. @internal */
    public readonly _speaks?: AppProtocol,
  ) {}

  /** The three probes of a container that listens on these TCP ports. @internal */
  public _probes(ports: readonly number[]): Record<string, unknown> {
    if (this.port !== undefined && !ports.includes(this.port)) {
      refuse({
        what: 'health asks a TCP port that the container does not declare',
        got: this.port,
        expected: ports.length > 0 ? `one of ${ports.join(', ')}` : 'none, since it declares no TCP port',
        todo: 'declare the port, or ask another',
      });
    }
    const first = ports[0];
    return {
      livenessProbe: { ...this.live(first), periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 },
      readinessProbe: { ...this.ready(first), periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 3 },
      startupProbe: { ...this.live(first), periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 30 },
    };
  }
}

function tcpAsk(port: number | undefined): Ask {
  return first => ({ tcpSocket: { port: portOf(port, first) } });
}

function portOf(port: number | undefined, first: number | undefined): number {
  return port ?? first ?? refuse({
    what: 'health asks a TCP port, and the container has none',
    expected: 'a TCP port, or Health.exec(…) with both commands',
    todo: 'declare the port that answers',
  });
}

function checkGiven(port: number | undefined): number | undefined {
  return port === undefined ? undefined : checkPort('port of the health check', port);
}

function headersOf(headers: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(checkStruct('headers of the health check', headers)).map(([name, value]) => {
    if (!HEADER_NAME.test(name)) {
      refuse({ what: 'name of a header of the health check', got: name, expected: 'letters, digits and hyphens', todo: 'correct the name' });
    }
    if (/[\r\n]/.test(checkText(`header ${name} of the health check`, value))) {
      refuse({ what: `header ${name} of the health check`, expected: 'one line', todo: 'remove the line break' });
    }
    return { name, value };
  });
}

const SAME = {
  what: 'liveness and readiness ask the same',
  expected: 'two different questions',
  todo: 'let liveness ask only the process itself, so that an outage elsewhere does not restart it',
};

const HEADER_NAME = /^[-A-Za-z0-9]+$/;
