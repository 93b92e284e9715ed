import { ApiObject } from 'cdk8s';
import { HardenedDeployment, Health, KubernetesVersion, SecureApp, SecureChart, SecureNamespace } from 'cdk8s-hardened';

/** What a program did wrong, and the sentence with which the library refused it. */
export interface Refusal {
  readonly what: string;
  readonly sentence: string;
}

const CART = 'registry.example.com/shop/cart:1.4.2';

/** What the programs in `python`, `java` and `go` do wrong, done here in the library's own language. The last one they do not catch. */
export function refusals(): Refusal[] {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: ['registry.example.com'] });
  const chart = new SecureChart(app, 'shop');
  const shop = new SecureNamespace(chart, 'shop');
  const health = Health.grpc();
  const cart = new HardenedDeployment(shop, 'cart', { image: CART, port: 7070, health });

  return [
    refused('a registry that is not trusted', () => new HardenedDeployment(shop, 'a', { image: 'docker.io/library/nginx:1.27', port: 8080, health })),
    refused('a tag that can move', () => new HardenedDeployment(shop, 'b', { image: 'registry.example.com/shop/web:latest', port: 8080, health })),
    refused('a port that is none', () => new HardenedDeployment(shop, 'c', { image: CART, port: 70700, health })),
    refused('no health', () => new HardenedDeployment(shop, 'd', { image: CART, port: 8080 })),
    refused('a path that is none', () => Health.http({ live: 'livez', ready: '/readyz' })),
    refused('a flow to a closed port', () => new HardenedDeployment(shop, 'web', { image: CART, port: 8080, health }).connections.allowTo(cart, { port: 9999 })),
    refused('two objects with one name', () => {
      new ApiObject(chart, 'theirs', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cart', namespace: 'shop' } });
      app.synth();
    }),
    refused('what is not caught', () => new HardenedDeployment(shop, 'last', { image: CART, port: 0, health })),
  ];
}

function refused(what: string, attempt: () => unknown): Refusal {
  try {
    attempt();
  } catch (error) {
    return { what, sentence: (error as Error).message };
  }
  throw new Error(`the library does not refuse ${what}`);
}
