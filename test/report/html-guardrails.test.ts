import { program, reportOf } from './app-reports';
import { elementsOf } from './page';
import { guardrailsSection } from '../../src/report/html-guardrails';

const report = reportOf(program().app);
const rowsOf = (guardrails: typeof report.guardrails) => (
  elementsOf(`<!DOCTYPE html><body>${guardrailsSection({ ...report, guardrails })}</body>`).filter(({ name }) => name === 'tr').map(({ text }) => text)
);

test('what is kept and what is let pass stand beneath each other', () => {
  expect(rowsOf([{
    name: 'shop',
    onDisk: true,
    namespaces: ['a', 'b'],
    isAllBut: true,
    deployers: [],
    rules: [{ rule: 'x', policies: ['p'], action: 'Deny', spared: ['a'] }, { rule: 'y', policies: ['p'], action: 'Warn' }],
    operators: [{ rule: 'x', namespace: 'b', serviceAccount: 'c/d', reason: 'it must' }],
  }])).toEqual([
    'namespaces that are left alonea, b', 'policies standon the disks of the API servers, if somebody brings them there', 'rules with Denyx', 'rules with Warny',
    'rules with Auditnone', 'x not ina', 'x not forc/d in b: it must', 'may change what guards themeverybody whom roles let',
  ]);
});

test('an app without policies has no such part', () => {
  expect(String(guardrailsSection({ ...report, guardrails: [] }))).toBe('');
});
