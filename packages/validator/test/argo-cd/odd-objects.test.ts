import { describe, expect, test } from 'vitest';
import { argoCdChecks } from '../../src/argo-cd/checks.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, oddObjects, partOf } from './argo-set.ts';

describe('the checks of Argo CD', () => {
  test('have a code each', () => {
    const codes = argoCdChecks.map(({ explanation }) => explanation.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(argoCdChecks.map((check) => [check.rule, check] as const))(
    'do not stumble over objects of any shape: %s',
    (_, check) => {
      const units = oddObjects.map((application, index) => ({
        name: `u${index}`,
        cluster: 'hub',
        application,
      }));
      const applied = oddObjects.map((located) => ({ ...located, unit: 'u8' }));
      const set = argoSet([...oddObjects, ...applied], { units });
      expect(() => [runSetCheck(check, set), runSetCheck(check, partOf(set))]).not.toThrow();
    },
  );
});
