import { describe, expect, test } from 'vitest';
import type { ClusterCheck } from '../../../src/check/check.ts';
import { clusterObject, hints, told } from './told.ts';

/** A way in which an object asks for a class. */
export interface ClassCase {
  readonly check: ClusterCheck;
  readonly apiVersion: string;
  readonly kind: string;
  /** A name that clusters come with. */
  readonly wellKnown: string;
  readonly asking: (name: string) => unknown;
  readonly field: string;
}

/** What holds for every class that a cluster may come with. */
export function describeClass({ check, apiVersion, kind, wellKnown, asking, field }: ClassCase): void {
  describe(`${kind} at ${field}`, () => {
    const known = clusterObject(apiVersion, kind, 'internal');

    test('one that the cluster gets', () => {
      expect(told(check, [asking('internal'), known])).toEqual([]);
    });

    test('one beside those that it gets is a warning', () => {
      const findings = told(check, [asking('internl'), known]);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatch(/^warning /);
      expect(findings[0]).toContain(`${field}: `);
      expect(findings[0]).toContain(`${kind} internl, and the cluster gets only internal.`);
      expect(hints(check, [asking('internl'), known])).toEqual(['Did you mean "internal"?']);
    });

    test('where none is known, and of one that clusters come with, nothing can be said', () => {
      const unknown = [`? it is not known which ${kind}es the cluster comes with (1)`];
      expect(told(check, [asking('anything')])).toEqual(unknown);
      expect(told(check, [asking(wellKnown), known])).toEqual(unknown);
    });

    test('a chart that is not rendered may bring it', () => {
      expect(told(check, [asking('other'), known], { unrendered: [{ what: 'the chart x' }] })).toEqual([
        '? the chart x is not rendered (1)',
      ]);
    });
  });
}
