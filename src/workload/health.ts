import { AppProtocol, checkPort } from '../kube/port';
import { refuse } from '../kube/problem';

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
    for (const path of [props.live, props.ready]) {
      if (typeof path !== 'string' || !/^\/[!-~]*$/.test(path)) {
        refuse({ what: 'health path is no path', got: path, expected: 'a path that begins with /', todo: 'give the path alone, without host and port' });
      }
    }
    if (props.live === props.ready) { refuseSame(props.live); }
    const headers = Object.entries(props.headers ?? {}).map(([name, value]) => ({ name, value }));
    const get = (path: string): Ask => first => ({
      httpGet: { path, port: portOf(props.port, first), ...(headers.length > 0 ? { httpHeaders: headers } : {}) },
    });
    checkGiven(props.port);
    return new Health(get(props.live), get(props.ready), props.port);
  }

  /**
   * The gRPC health protocol for readiness, and a TCP connection for liveness: a server whose dependencies are down must not be
   * restarted.
   *
   * @param props port and service
   */
  public static grpc(props: GrpcHealthProps = {}): Health {
    checkGiven(props.port);
    return new Health(
      tcpAsk(props.port),
      first => ({ grpc: { port: portOf(props.port, first), ...(props.service ? { service: props.service } : {}) } }),
      props.port,
      AppProtocol.GRPC,
    );
  }

  /**
   * A TCP connection. It says only that the port is open; readiness is asked twice as often as liveness.
   *
   * @param props the port
   */
  public static tcp(props: TcpHealthProps = {}): Health {
    checkGiven(props.port);
    return new Health(tcpAsk(props.port), tcpAsk(props.port), props.port);
  }

  /**
   * Commands inside the container.
   *
   * @param props the commands
   * @throws if the two commands are the same, or one is empty
   */
  public static exec(props: ExecHealthProps): Health {
    for (const command of [props.ready, ...(props.live ? [props.live] : [])]) {
      if (!Array.isArray(command) || command.length === 0) {
        refuse({ what: 'health command is empty', got: command, expected: 'a program and its arguments', todo: 'name the program' });
      }
    }
    if (JSON.stringify(props.live) === JSON.stringify(props.ready)) { refuseSame(props.ready); }
    const run = (command: readonly string[]): Ask => () => ({ exec: { command: [...command] } });
    return new Health(props.live ? run(props.live) : tcpAsk(undefined), run(props.ready), undefined);
  }

  private constructor(
    private readonly live: Ask,
    private readonly ready: Ask,
    private readonly port: number | undefined,
    /** What a container speaks that is asked so. @internal */
    public readonly _speaks?: AppProtocol,
  ) {}

  /** The three probes of a container that listens on these ports. @internal */
  public _probes(ports: readonly number[]): Record<string, unknown> {
    if (this.port !== undefined && !ports.includes(this.port)) {
      refuse({
        what: 'health asks a port that the container does not declare',
        got: this.port,
        expected: ports.length > 0 ? `one of ${ports.join(', ')}` : 'none, since it declares no port',
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
    what: 'health asks a port, and the container has none', expected: 'a port, or Health.exec(…) with both commands', todo: 'declare the port that answers',
  });
}

function checkGiven(port: number | undefined): void {
  if (port !== undefined) { checkPort('port of the health check', port); }
}

function refuseSame(value: unknown): never {
  return refuse({
    what: 'liveness and readiness ask the same',
    got: value,
    expected: 'two different questions',
    todo: 'let liveness ask only the process itself, so that an outage elsewhere does not restart it',
  });
}
