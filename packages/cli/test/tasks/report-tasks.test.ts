import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportTasks } from '../../src/index.ts';
import type { Report } from '../../src/reports/report.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'seatrial-reports-'))));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const policies = { templates: 0, constraints: 0, reviewed: 0 };
const chart = 'the chart loki';

function report(cluster: string, fleet = 'shop', total = 2): Report {
  return {
    subject: { kind: 'fleet', name: fleet },
    findings: [
      {
        code: 'SEA3001',
        severity: 'error',
        sentence: 'date is not a field of the schema',
        hint: '',
        place: { cluster, environment: 'prod', source: { file: `environments/${fleet}/fleet.ts`, line: 3 } },
      },
    ],
    coverage: [
      { cluster, kubernetes: '1.29.15', total, checked: total, unchecked: [], policies, notChecked: [] },
    ],
    units: [],
    notRendered: [{ what: chart, reason: 'it is not in the cache', units: [cluster] }],
    seconds: 1,
  };
}

const results = [report('paris'), report('dublin'), report('paris', 'shop', 3), report('lab', 'books')].map(
  (one) => ({ text: '', code: 1, report: one }),
);

test('several tasks of a fleet are one report, with each cluster once', async () => {
  vi.stubEnv('SEATRIAL_REPORT', 'json=out/all.json, markdown=out/all.md');
  await reportTasks([...results, { text: 'a task without one', code: 3 }], root);
  const { results: told } = JSON.parse(readFileSync(join(root, 'out/all.json'), 'utf8')) as {
    results: readonly { subject: object; findings: unknown[]; coverage: object[]; notRendered: object[] }[];
  };
  expect(told.map(({ subject, findings }) => [subject, findings.length])).toEqual([
    [{ kind: 'fleet', name: 'shop' }, 3],
    [{ kind: 'fleet', name: 'books' }, 1],
  ]);
  expect(told[0]?.coverage).toMatchObject([
    { cluster: 'dublin', total: 2 },
    { cluster: 'paris', total: 5, checked: 5 },
  ]);
  expect(told[0]?.notRendered).toEqual([
    { what: chart, reason: 'it is not in the cache', units: ['paris', 'dublin', 'paris'] },
  ]);
  expect(readFileSync(join(root, 'out/all.md'), 'utf8')).toContain('## shop: 3 errors');
});

test('GitHub is told once of what several trees have alike', async () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  vi.stubEnv('SEATRIAL_REPORT', 'github');
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'summary.md'));
  await reportTasks(results, root);
  vi.restoreAllMocks();
  const lines = written.join('').trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^::error file=environments\/shop\/fleet\.ts,line=3,.*paris\/prod, dublin\/prod$/);
  expect(readFileSync(join(root, 'summary.md'), 'utf8')).toContain('## books: 1 error');
});

test('nothing is written where nobody asks for it, and a form that there is not is told', async () => {
  vi.stubEnv('SEATRIAL_REPORT', undefined);
  await reportTasks(results, root);
  expect(existsSync(join(root, 'out'))).toBe(false);
  vi.stubEnv('SEATRIAL_REPORT', 'pdf=x.pdf');
  await expect(reportTasks(results, root)).rejects.toThrow('There is no report "pdf"');
});
