import { Frame, MOST_STEPS, spend } from '../../src/cel/frame';

test('steps add up, and one too many is an error', () => {
  const frame: Frame = { values: {}, locals: [], steps: 0, cost: 0 };
  spend(frame, MOST_STEPS - 1);
  spend(frame, 1);
  expect(frame.steps).toBe(10_000_000);
  expect(() => spend(frame, 1)).toThrow(expect.objectContaining({
    message: 'evaluation takes too long: expected at most 10000000 steps; go over fewer elements',
  }));
  expect(() => spend(frame, 0)).toThrow(expect.objectContaining({ message: expect.stringContaining('too long') }));
});
