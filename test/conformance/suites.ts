import { admission } from './admission/suite';
import { apiserver } from './apiserver/suite';
import { cel } from './cel/suite';
import { charts } from './charts/suite';
import { controlplane } from './controlplane/suite';
import { languages } from './languages/suite';
import { mesh } from './mesh/suite';
import { network } from './network/suite';
import { podSecurity } from './pod-security/suite';
import { scanners } from './scanners/suite';
import { schemas } from './schemas/suite';
import type { Suite } from './suite';

/** Every suite, in the order in which they run. */
export const SUITES: readonly Suite[] = [apiserver, admission, schemas, scanners, network, mesh, charts, podSecurity, controlplane, cel, languages];
