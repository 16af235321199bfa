import { expect, test } from 'vitest';
import { afterProbe, present, type Presence } from '../../src/drills/detector.ts';

const limits = { misses: 3, hits: 4 };
/** `.` an answer, `x` none. */
const after = (probes: string, before: Presence = present) =>
  [...probes].reduce((presence, probe) => afterProbe(presence, probe === '.', limits), before);

test('a cluster is lost after so many misses in a row', () => {
  expect(after('xx').state).toBe('present');
  expect(after('xxx').state).toBe('lost');
});

test('a single answer starts the count anew', () => {
  expect(after('xx.xx').state).toBe('present');
  expect(after('xx.xx.xx.xx').state).toBe('present');
});

test('a lost cluster is back after so many answers in a row', () => {
  expect(after('xxx...').state).toBe('lost');
  expect(after('xxx...x...').state).toBe('lost');
  expect(after('xxx....').state).toBe('present');
});

test('one that was lost has to be missed as often again', () => {
  expect(after('xxx....xx').state).toBe('present');
  expect(after('xxx....xxx').state).toBe('lost');
});
