import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeRoots } from './support/many-roots.ts';
import { seatrial } from './support/seatrial.ts';

const scratch = mkdtempSync(join(tmpdir(), 'seatrial-thousand-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('validates a thousand roots in one run, in little memory', { timeout: 600_000 }, async () => {
  const mistakes = writeRoots(scratch, 1000);
  const version = ['--kubernetes-version', '1.34'];
  expect(await seatrial(scratch, 'prepare', '.', ...version)).toMatchObject({ code: 0 });
  const { code, stdout, stderr } = await seatrial(scratch, 'validate', '.', '-o', 'json', ...version);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { results } = JSON.parse(stdout) as {
    results: {
      units: { objects: number }[];
      findings: { code: string; place: { source: { file: string } } }[];
      coverage: { total: number; checked: number }[];
      notRendered: unknown[];
    }[];
  };
  const [result] = results;
  expect(result?.units.map(({ objects }) => objects)).toEqual(Array.from({ length: 1000 }, () => 2));
  expect(result?.coverage).toMatchObject([{ total: 2000, checked: 2000 }]);
  expect(result?.notRendered).toEqual([]);
  expect(result?.findings.map(({ code: found }) => found)).toEqual(Array(mistakes).fill('SEA3001'));
  expect(result?.findings[0]?.place.source.file).toMatch(/^overlays\/team-19\/app-\d*99\/patch\.yaml$/);
});
