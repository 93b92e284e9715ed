import { finds, keeps } from './set-cases';
import { deployment, namespace, object } from './set-objects';
import { serviceMonitorSelectsServices } from '../../../src/policy/rules/service-monitor-selects-services';

const monitor = (spec: object) => object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm', { spec });
const watched = (where = 'shop') => object('v1', 'Service', 'web', { metadata: { name: 'web', namespace: where, labels: { team: 'shop' } }, spec: {} });
const TEAM = { matchLabels: { team: 'shop' } };
const FOUND = ['ServiceMonitor m (spec.selector): monitor selects no Services: got selector "team=shop", expected labels that Services of the namespace carry'];

keeps(serviceMonitorSelectsServices, {
  'it selects one': [namespace(), watched(), monitor({ selector: TEAM })],
  'it selects all': [namespace(), watched(), monitor({ selector: {} })],
  'it selects one of another namespace': [namespace(), namespace('bank'), watched('bank'), monitor({ selector: TEAM, namespaceSelector: { matchNames: ['shop', 'bank'] } })],
  'it looks everywhere': [namespace(), monitor({ selector: TEAM, namespaceSelector: { any: true } })],
  'nothing is known of one of its namespaces': [namespace(), monitor({ selector: TEAM, namespaceSelector: { matchNames: ['shop', 'bank'] } })],
  'it has no selector': [namespace(), monitor({})],
});

finds(serviceMonitorSelectsServices, {
  'there are none': { objects: [namespace(), monitor({ selector: TEAM })], found: FOUND },
  'only the pods carry the label': { objects: [deployment('web', { labels: { team: 'shop' } }), monitor({ selector: TEAM })], found: FOUND },
  'the Service is in another namespace': { objects: [namespace(), watched('bank'), monitor({ selector: TEAM })], found: FOUND },
});
