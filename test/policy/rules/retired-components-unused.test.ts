import { fails, holds } from './cases';
import { retiredComponentsUnused } from '../../../src/policy/rules/retired-components-unused';

const image = (name: string) => ({ container: { image: name } });

holds(retiredComponentsUnused, {
  'it is something else': image('registry.example.com/shop/dashboard:1.4.2'),
  'the name is only alike': image('docker.io/library/nginx:1.27'),
});

fails(retiredComponentsUnused, {
  'it is the dashboard': image('docker.io/kubernetesui/dashboard:v2.7.0'),
  'it is Tiller': image('ghcr.io/helm/tiller:v2.17.0'),
  'it is ingress-nginx': image('registry.k8s.io/ingress-nginx/controller:v1.11.2'),
});
