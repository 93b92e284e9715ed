import * as fs from 'fs';
import * as path from 'path';
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Waiver } from './waiver';
import { dayOf } from './waiver-date';
import { refuse, shown } from '../kube/problem';

/** Leave for one waiver, by those who guard the file. */
export interface Approval {
  readonly rule: string;
  readonly object: string;
  readonly container?: string;
  readonly approvedBy?: string;
  readonly expires?: string;
}

/** What an approval can be for. */
export type Approvable = Pick<Approval, 'rule' | 'object' | 'container'>;

const FIELDS = ['rule', 'object', 'container', 'approvedBy', 'expires'] as const;

/** The file of approvals. */
export class WaiverApprovals {
  /** Reads a file; throws where there is none, or where it is anything else than a list of approvals. */
  public static read(file: string, cwd: string = process.cwd()): WaiverApprovals {
    let text: string;
    try {
      text = fs.readFileSync(path.resolve(cwd, file), 'utf8');
    } catch (error) {
      return refuse({
        what: `file of approvals cannot be read (${(error as NodeJS.ErrnoException).code})`, got: file, expected: 'a JSON file', todo: 'correct waiverApprovals',
      });
    }
    return new WaiverApprovals(approvalsOf(file, text));
  }

  private readonly used = new Set<Approval>();

  private constructor(private readonly approvals: readonly Approval[]) {}

  /** Those that were found for no waiver. */
  public get unused(): readonly Approval[] {
    return this.approvals.filter(each => !this.used.has(each));
  }

  /** The approval of a waiver; one that names the container before one for all of them. */
  public find(construct: IConstruct, waiver: Waiver): Approval | undefined {
    return this.findFor(approvedObject(construct), waiver);
  }

  /** The same where only the name of the object is known. */
  public findFor(object: string, { rule, container }: Pick<Waiver, 'rule' | 'container'>): Approval | undefined {
    const matching = this.approvals.filter(each => each.rule === rule && each.object === object);
    const found = matching.find(each => each.container === container) ?? matching.find(each => each.container === undefined);
    if (found) { this.used.add(found); }
    return found;
  }
}

/** How the file names what a waiver was given for. */
export function approvedObject(construct: IConstruct): string {
  const object = ApiObject.isApiObject(construct) ? construct : construct.node.defaultChild;
  if (object && ApiObject.isApiObject(object)) {
    const { kind, name, metadata: { namespace } } = object as ApiObject;
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  }
  return construct.node.scope === undefined ? 'app' : construct.node.path;
}

function approvalsOf(file: string, text: string): Approval[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken(file, 'no JSON');
  }
  if (!Array.isArray(json)) { return broken(file, 'no list'); }
  return json.map((entry, i) => checkApproval(file, i, entry));
}

function checkApproval(file: string, i: number, entry: unknown): Approval {
  const where = `entry ${i + 1}`;
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) { return broken(file, `${where} is ${shown(entry)}`); }
  const values = entry as Record<string, unknown>;
  const unknown = Object.keys(values).find(key => !FIELDS.some(field => field === key));
  // A misspelt "container" or "expires" would approve more than was meant.
  if (unknown !== undefined) { return broken(file, `${where} has the field ${shown(unknown)}`); }
  const wrong = FIELDS.find(field => field in values ? typeof values[field] !== 'string' || values[field].trim() === '' : field === 'rule' || field === 'object');
  if (wrong !== undefined) { return broken(file, `${where} has ${wrong} ${shown(values[wrong])}`); }
  const approval = values as unknown as Approval;
  if (approval.expires !== undefined) { dayOf(`expires of ${where} of the file of approvals ${shown(file)}`, approval.expires); }
  return approval;
}

function broken(file: string, fault: string): never {
  return refuse({
    what: `file of approvals ${shown(file)} cannot be understood`,
    got: fault,
    expected: 'a JSON list of { "rule", "object", "container"?, "approvedBy"?, "expires"? }, each a text',
    todo: 'correct the file',
  });
}
