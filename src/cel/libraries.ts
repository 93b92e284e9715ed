import { AUTHORIZER_SELECTORS, AUTHORIZERS } from './library/authorizer';
import { CIDRS } from './library/cidr';
import { INCLUDES } from './library/includes';
import { IPS } from './library/ip';
import { LISTS, LISTS_3 } from './library/lists';
import { NAMED_FORMATS } from './library/named-formats';
import { OPTIONALS } from './library/optionals';
import { QUANTITIES } from './library/quantity';
import { REGEX } from './library/regex';
import { SEMVERS } from './library/semver';
import { SETS } from './library/sets';
import { STRINGS, STRINGS_2 } from './library/strings';
import { URLS } from './library/urls';
import type { Library } from './overload';

/**
 * What Kubernetes adds to the language, each with the environment that brought it.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
export const LIBRARIES: readonly Library[] = [
  URLS, REGEX, LISTS, STRINGS, OPTIONALS, QUANTITIES, STRINGS_2, SETS, IPS, CIDRS, NAMED_FORMATS, SEMVERS, LISTS_3, INCLUDES, AUTHORIZERS,
  AUTHORIZER_SELECTORS,
];
