import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { junitReport } from '../../src/report/junit-report.ts';
import { markdownReport } from '../../src/report/markdown-report.ts';
import { jsonReport, rehearsalJsonSchema } from '../../src/report/rehearsal.ts';
import { hostileRehearsal } from './hostile-rehearsal.ts';
import { sampleRehearsal } from './sample-rehearsal.ts';
import { elementsOf } from './well-formed.ts';

const rehearsal = sampleRehearsal();
const golden = join(import.meta.dirname, 'golden');
const docs = join(import.meta.dirname, '../../../docs');

// `UPDATE_GOLDEN=1` writes the files anew.
it.each([
  ['the summary for a pull request', golden, 'summary.md', markdownReport(rehearsal)],
  ['JUnit', golden, 'junit.xml', junitReport(rehearsal)],
  [
    'the published schema',
    docs,
    'rehearsal.schema.json',
    `${JSON.stringify(rehearsalJsonSchema(), undefined, 2)}\n`,
  ],
])('%s is as it was', (_, folder, file, text) => {
  const path = join(folder, file);
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
});

it('JSON is the rehearsal, and fits the published schema', () => {
  const data: unknown = JSON.parse(jsonReport(rehearsal));
  expect(data).toEqual({ apiVersion: 'seatrial/v1', kind: 'Rehearsal', ...rehearsal });
  const schema = z.fromJSONSchema(rehearsalJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
  expect(schema.safeParse(data).error).toBeUndefined();
  expect(schema.safeParse({ ...(data as object), plane: 'production' }).success).toBe(false);
});

it('JUnit has a suite a kind, a case a claim, and no outcome twice', () => {
  const elements = elementsOf(junitReport(rehearsal));
  const count = (name: string): number => elements.filter((element) => element.name === name).length;
  const outcomes = (outcome: string): number =>
    rehearsal.proofs.filter((proof) => proof.outcome === outcome).length;
  expect(count('testsuite')).toBe(new Set(rehearsal.proofs.map(({ kind }) => kind)).size);
  expect(count('testcase')).toBe(rehearsal.proofs.length);
  expect(count('failure')).toBe(outcomes('disproven'));
  expect(count('error')).toBe(outcomes('timeout') + outcomes('infrastructure'));
  expect(count('skipped')).toBe(outcomes('not proven here'));
});

it('a rehearsal that did not run to its end is an error of its own, also with all claims proven', () => {
  const broken = { ...rehearsal, proofs: [], ended: 'infrastructure' as const, reason: 'etcd of hub died' };
  expect(junitReport(broken)).toMatch(/<error message="etcd of hub died" type="infrastructure"/);
  expect(markdownReport(broken)).toContain('etcd of hub died');
});

it('hostile texts break neither XML nor Markdown', () => {
  const xml = junitReport(hostileRehearsal());
  expect(new Set(elementsOf(xml).map(({ name }) => name))).toEqual(
    new Set(elementsOf(junitReport(rehearsal)).map(({ name }) => name)),
  );
  expect(xml).not.toMatch(/[\p{Cc}--\n]/v);
  const markdown = markdownReport(hostileRehearsal());
  expect(markdown).not.toMatch(/<script|<img|^# no|@everyone|\|`|[^\\][*_]\[a/m);
});
