import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeReports } from '../../src/report/write-reports.ts';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import { sampleRehearsal } from './sample-rehearsal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-report-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('writes all reports into a folder that it makes, the page first, and nothing else', async () => {
  const report = join(folder, 'a/b');
  const paths = await writeReports(sampleRehearsal(), report);
  expect(paths[0]).toBe(join(report, 'rehearsal.html'));
  expect((await readdir(report)).sort()).toEqual([
    'junit.xml',
    'rehearsal.html',
    'rehearsal.json',
    'summary.md',
  ]);
  expect(await readFile(join(report, 'rehearsal.json'), 'utf8')).toContain('"kind": "Rehearsal"');
});

it('says in a sentence that the folder cannot be written, and leaves what is there', async () => {
  const file = join(folder, 'file');
  await writeFile(file, 'mine');
  const failure = writeReports(sampleRehearsal(), file);
  await expect(failure).rejects.toThrow(Infrastructure);
  await expect(failure).rejects.toThrow(/could not be written to .*--report\.$/);
  expect(await readFile(file, 'utf8')).toBe('mine');
});
