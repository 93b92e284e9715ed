import { apiserver } from './apiserver/suite';
import { languages } from './languages/suite';
import { network } from './network/suite';
import { podSecurity } from './pod-security/suite';
import type { Suite } from './suite';

/** Every suite, in the order in which they run. */
export const SUITES: readonly Suite[] = [apiserver, network, podSecurity, languages];
