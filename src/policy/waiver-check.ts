import type { Waiver } from './waiver';
import { dayOf } from './waiver-date';
import { Problem, sentence } from '../kube/problem';
import { checkList } from '../kube/shape';

/** All annotations of an object together have 256 KiB, and kubectl keeps a second copy of them there. */
const LONGEST_REASON = 8192;

const LONGEST_RECORD = 256;

export const RULE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Half of a character, which no file can hold, and what ends a text for Linux. */
const UNWRITABLE = /[\p{Cs}\0]/u;

/** Checks what can be told of waivers without knowing what they are for, and copies them. */
export function checkWaivers(waivers: readonly Waiver[] | undefined): Waiver[] {
  const given = checkList('waivers', waivers);
  throwProblems(given.flatMap(problemsOfWaiver));
  const copies = given.map(copyOf);
  throwProblems(problemsOfTwins(copies));
  return copies;
}

export function throwProblems(problems: readonly (Problem | string)[]): void {
  if (problems.length > 0) { throw new Error(problems.map(each => typeof each === 'string' ? each : sentence(each)).join('\n')); }
}

/** What is given, trimmed, and nothing else. */
export function copyOf({ rule, reason, container, owner, ticket, approvedBy, expires }: Waiver): Waiver {
  const records = { container, owner: owner?.trim(), ticket: ticket?.trim(), approvedBy: approvedBy?.trim(), expires };
  return { rule, reason: reason.trim(), ...Object.fromEntries(Object.entries(records).filter(([, value]) => value !== undefined && value !== null)) };
}

/** Whether it is a waiver at all, and could be one of a rule. */
export function namesRule(waiver: Waiver): boolean {
  const rule: unknown = (waiver as Waiver | null)?.rule;
  return typeof rule === 'string' && RULE_ID.test(rule);
}

/** Everything that is wrong with one waiver by itself. */
export function problemsOfWaiver(waiver: Waiver): (Problem | string)[] {
  if (!namesRule(waiver)) {
    return [{ what: 'waiver names no rule', got: (waiver as Waiver | null)?.rule ?? waiver, expected: 'the id of one, such as read-only-root-filesystem', todo: 'correct the id' }];
  }
  return [...problemsOfReason(waiver), ...problemsOfContainerName(waiver), ...problemsOfRecords(waiver), ...problemsOfExpiry(waiver)];
}

/** Two waivers of one rule for one container: nobody could say which of the reasons counts. */
export function problemsOfTwins(waivers: readonly Waiver[]): Problem[] {
  const isSame = (a: Waiver, b: Waiver) => a.rule === b.rule && a.container === b.container;
  return waivers.filter((waiver, i) => waivers.findIndex(other => isSame(other, waiver)) !== i).map(({ rule, container }) => ({
    what: `waiver of "${rule}"${container === undefined ? '' : ` for "${container}"`} is given twice`, expected: 'one waiver', todo: 'join the two reasons',
  }));
}

function problemsOfReason({ rule, reason }: Waiver): Problem[] {
  if (typeof reason !== 'string' || reason.trim() === '') {
    return [{ what: `waiver of "${rule}" gives no reason`, got: reason, expected: 'a sentence', todo: 'say why the rule cannot be kept' }];
  }
  if (UNWRITABLE.test(reason)) {
    return [{ what: `reason of the waiver of "${rule}" cannot be written`, got: reason, expected: 'whole characters, and no NUL', todo: 'correct it' }];
  }
  return Buffer.byteLength(reason) > LONGEST_REASON ? [{
    what: `reason of the waiver of "${rule}" is too long for an annotation`,
    got: `${Buffer.byteLength(reason)} bytes`,
    expected: `at most ${LONGEST_REASON}`,
    todo: 'say it in short, and link to the rest',
  }] : [];
}

function problemsOfContainerName({ rule, container }: Waiver): Problem[] {
  const isName = container === undefined || container === null || (typeof container === 'string' && container !== '');
  return isName ? [] : [{ what: `container of the waiver of "${rule}"`, got: container, expected: 'the name of one', todo: 'correct it, or leave it out' }];
}

function problemsOfRecords(waiver: Waiver): Problem[] {
  return (['owner', 'ticket', 'approvedBy'] as const).flatMap(field => {
    const value: unknown = waiver[field];
    if (value === undefined || value === null) { return []; }
    const isLine = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_RECORD && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value);
    return isLine ? [] : [{
      what: `${field} of the waiver of "${waiver.rule}"`, got: value, expected: `one line of at most ${LONGEST_RECORD} characters`, todo: 'correct it, or leave it out',
    }];
  });
}

function problemsOfExpiry({ rule, expires }: Waiver): string[] {
  if (expires === undefined || expires === null) { return []; }
  try {
    dayOf(`expires of the waiver of "${rule}"`, expires);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
