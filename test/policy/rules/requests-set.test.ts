import { fails, holds } from './cases';
import { requestsSet } from '../../../src/policy/rules/requests-set';

const requests = (...names: string[]) => ({ resources: { requests: Object.fromEntries(names.map(name => [name, '1'])) } });
const limits = (...names: string[]) => ({ resources: { limits: Object.fromEntries(names.map(name => [name, '1'])) } });

holds(requestsSet, {
  'both are requested': { container: requests('cpu', 'memory') },
  'limits stand for requests': { container: limits('cpu', 'memory') },
  'the limit of one stands for its request': { container: { resources: { ...requests('cpu').resources, ...limits('memory').resources } } },
  'the pod requests in 1.34 or later': { pod: requests('cpu', 'memory'), from: 34 },
  'the pod requests one of them in 1.34 or later': { container: requests('cpu'), pod: limits('memory'), from: 34 },
  'both are limited for the pod in 1.34 or later': { pod: limits('cpu', 'memory'), from: 34 },
});

fails(requestsSet, {
  'nothing is said': {},
  'only CPU is requested': { container: requests('cpu') },
  'only memory is requested': { container: requests('memory') },
  'other things are requested': { container: requests('ephemeral-storage') },
  'what the pod requests does not count before 1.34': { pod: requests('cpu', 'memory'), to: 33 },
  'other things are limited': { container: limits('ephemeral-storage') },
  'other things are requested by the pod in 1.34 or later': { pod: requests('hugepages-2Mi'), from: 34 },
  'other things are limited for the pod in 1.34 or later': { pod: limits('hugepages-2Mi'), from: 34 },
  'only CPU is limited': { container: limits('cpu') },
  'only memory is limited': { container: limits('memory') },
  'the pod requests only CPU in 1.34 or later': { pod: requests('cpu'), from: 34 },
  'the pod requests only memory in 1.34 or later': { pod: requests('memory'), from: 34 },
  'only CPU is limited for the pod in 1.34 or later': { pod: limits('cpu'), from: 34 },
  'only memory is limited for the pod in 1.34 or later': { pod: limits('memory'), from: 34 },
});
