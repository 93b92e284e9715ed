import { ControlStatus, STATUS_TEXTS, statusCounts } from '../../src/report/control-status';

test('controls are counted by their status, the gravest first, and never as a share', () => {
  const counts = statusCounts([ControlStatus.NOT_ASSESSED, ControlStatus.OPEN, ControlStatus.NOT_ASSESSED].map(status => ({ status, evidence: [] })));
  expect(counts).toBe('1 open, 2 not assessed');
  expect(statusCounts([])).toBe('');
});

test('every status has words', () => {
  expect(Object.keys(STATUS_TEXTS)).toEqual(Object.values(ControlStatus));
});
