import Ajv, { ValidateFunction } from 'ajv';

/** The OASIS schema of SARIF 2.1.0, in the draft of 2013; what Ajv does not know of that, its id and the name of the draft, says nothing of logs, and its expressions are older than the flag for Unicode. */
function compile(): ValidateFunction {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { id: _, $schema: draft, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  expect(draft).toBe('http://json-schema.org/draft-04/schema#');
  const isAddress = (text: string) => URL.canParse(text);
  const isReference = (text: string) => URL.canParse(text, 'file:///') && !/[\s<>"{}|\\^`]/.test(text);
  const formats = { 'uri': isAddress, 'uri-reference': isReference, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/ };
  return new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false, formats }).compile(schema);
}

let schema: ValidateFunction | undefined;

/** What is wrong with a log by the schema of the format. */
export function schemaFaults(log: unknown): string[] {
  schema ??= compile();
  return schema(log) ? [] : schema.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
