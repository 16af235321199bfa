import { expect, test } from 'vitest';
import { countNx, countRehearsal, countVitest } from '../counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test('each test counts once, and what was not run is skipped', () => {
  const report = {
    testResults: [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'todo', 'pending')],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('a file that could not be loaded is a failure', () => {
  expect(countVitest({ testResults: [file('failed'), file('failed', 'passed')] })).toEqual({
    passed: 1,
    failed: 2,
    skipped: 0,
  });
});

test('each task counts once', () => {
  expect(countNx({ tasks: [{ status: 0 }, { status: 1 }, { status: 0 }] })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
  });
});

test('a rehearsal: what could not be proven there was not checked, and one that broke off is a failure more', () => {
  const proofs = ['proven', 'proven', 'disproven', 'timeout', 'infrastructure', 'not proven here'].map(
    (outcome) => ({ outcome }),
  );
  expect(countRehearsal({ ended: 'complete', proofs })).toEqual({ passed: 2, failed: 3, skipped: 1 });
  expect(countRehearsal({ ended: 'interrupted', proofs: [] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
