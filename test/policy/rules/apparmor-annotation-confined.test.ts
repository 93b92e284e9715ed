import { fails, holds } from './cases';
import { apparmorAnnotationConfined } from '../../../src/policy/rules/apparmor-annotation-confined';

const annotation = (profile: string) => ({ meta: { annotations: { 'container.apparmor.security.beta.kubernetes.io/app': profile } } });

holds(apparmorAnnotationConfined, {
  'there are no annotations': {},
  'annotations are about something else': { meta: { annotations: { 'example.com/apparmor': 'unconfined' } } },
  'the profile is empty': annotation(''),
  'the profile is that of the runtime': annotation('runtime/default'),
  'the profile is on the node': annotation('localhost/app'),
});

fails(apparmorAnnotationConfined, {
  'there is no confinement': annotation('unconfined'),
  'the profile is of another kind': annotation('runtime/other'),
  'one of several is not confined': {
    meta: {
      annotations: {
        'container.apparmor.security.beta.kubernetes.io/app': 'runtime/default',
        'container.apparmor.security.beta.kubernetes.io/agent': 'unconfined',
      },
    },
  },
});
