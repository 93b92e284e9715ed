import { fails, holds } from './cases';
import { webhookFailurePolicy } from '../../../src/policy/rules/webhook-failure-policy';

const webhooks = (...list: object[]) => ({ object: { webhooks: list } });

holds(webhookFailurePolicy, {
  'there are none': { object: {} },
  'nothing is said': webhooks({ name: 'a.example.com' }),
  'it is refused': webhooks({ failurePolicy: 'Fail' }),
});

fails(webhookFailurePolicy, {
  'one of several ignores it': webhooks({ failurePolicy: 'Fail' }, { failurePolicy: 'Ignore' }),
});
