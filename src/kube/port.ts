import { refuse } from './problem';

/**
 * Transport protocol of a port.
 */
export enum PortProtocol {
  /**
   * Transmission Control Protocol.
   */
  TCP = 'TCP',

  /**
   * User Datagram Protocol.
   */
  UDP = 'UDP',

  /**
   * Stream Control Transmission Protocol. Not every CNI carries it.
   */
  SCTP = 'SCTP',
}

/**
 * What is spoken on a port: the value of `appProtocol` of a Service, in the words that Kubernetes, Istio and ingress controllers share.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
 * @see https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/
 */
export enum AppProtocol {
  /**
   * HTTP/1.1 in plain text.
   */
  HTTP = 'http',

  /**
   * HTTP inside TLS. A mesh cannot look into it.
   */
  HTTPS = 'https',

  /**
   * HTTP/2 in plain text with prior knowledge.
   */
  HTTP2 = 'kubernetes.io/h2c',

  /**
   * gRPC in plain text.
   */
  GRPC = 'grpc',

  /**
   * WebSocket in plain text.
   */
  WEBSOCKET = 'kubernetes.io/ws',

  /**
   * WebSocket inside TLS. A mesh cannot look into it.
   */
  WEBSOCKET_TLS = 'kubernetes.io/wss',

  /**
   * Any bytes over TCP.
   */
  TCP = 'tcp',

  /**
   * Any bytes inside TLS.
   */
  TLS = 'tls',

  /**
   * Datagrams over UDP. Istio does not carry them.
   */
  UDP = 'udp',

  /**
   * The protocol of MongoDB. For Istio bytes over TCP, unless its support is switched on.
   */
  MONGO = 'mongo',

  /**
   * The protocol of MySQL. For Istio bytes over TCP, unless its support is switched on.
   */
  MYSQL = 'mysql',

  /**
   * The protocol of Redis. For Istio bytes over TCP, unless its support is switched on.
   */
  REDIS = 'redis',
}

/** The number of a port. */
export function checkPort(what: string, value: number): number {
  return Number.isInteger(value) && value >= 1 && value <= 65535 ? value : refuse({
    what, got: value, expected: 'a whole number from 1 to 65535', todo: 'correct the number',
  });
}
