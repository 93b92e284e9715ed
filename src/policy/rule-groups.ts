import { ACCESS } from './groups/access';
import { AVAILABILITY } from './groups/availability';
import { CONTROL_PLANE } from './groups/control-plane';
import { IMAGES } from './groups/images';
import { ISOLATION } from './groups/isolation';
import { NAMESPACES } from './groups/namespaces';
import { NETWORK } from './groups/network';
import { RESOURCES } from './groups/resources';
import { SECRETS } from './groups/secrets';
import { VALIDITY } from './groups/validity';
import type { RuleGroup } from './rule-group';

/** All rules about one object, by the question that they answer; the gravest questions first. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  ISOLATION,
  IMAGES,
  SECRETS,
  ACCESS,
  NETWORK,
  NAMESPACES,
  CONTROL_PLANE,
  RESOURCES,
  AVAILABILITY,
  VALIDITY,
];
