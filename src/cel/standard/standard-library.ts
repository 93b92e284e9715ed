import { ARITHMETIC } from './arithmetic';
import { CALENDAR } from './calendar';
import { COMPARISON, NUMBERS_ACROSS } from './comparison';
import { CONVERSIONS } from './conversions';
import { TEXTS } from './texts';
import type { Library } from '../overload';

/** What the language itself has, in every environment. */
export const STANDARD: Library = { name: 'standard', since: 0, overloads: [...ARITHMETIC, ...COMPARISON, ...CONVERSIONS, ...TEXTS, ...CALENDAR] };

/** Numbers of different types can be put in order. */
export const CROSS_TYPE_ORDERING: Library = { name: 'cross-type ordering', since: 28, overloads: NUMBERS_ACROSS };
