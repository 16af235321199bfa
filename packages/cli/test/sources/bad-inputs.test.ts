import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seatrial } from '../repository/support/seatrial.ts';
import { characterRows } from './bad-inputs/character-rows.ts';
import { objectRows } from './bad-inputs/object-rows.ts';
import { own, type Row } from './bad-inputs/row.ts';
import { valueRows } from './bad-inputs/value-rows.ts';
import { yamlRows } from './bad-inputs/yaml-rows.ts';

const version = ['--kubernetes-version', '1.29'];
const rows = [...yamlRows, ...characterRows, ...valueRows, ...objectRows];
const folder = mkdtempSync(join(tmpdir(), 'seatrial-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly sentence: string;
  readonly place: {
    readonly field?: string;
    readonly source?: { readonly file: string; readonly line: number; readonly column: number };
  };
}
let run: { readonly code: number; readonly stderr: string };
let findings: readonly Finding[];

/** Every row has a folder of its own in one repository, which is checked in one go as anybody's would be. */
beforeAll(async () => {
  for (const row of rows) write(row);
  expect(await seatrial(folder, 'prepare', '.', ...version)).toMatchObject({ code: 0 });
  const { stdout, ...rest } = await seatrial(folder, 'validate', '.', ...version, '--output', 'json');
  run = rest;
  const report = JSON.parse(stdout) as { readonly results: readonly { readonly findings: Finding[] }[] };
  findings = report.results.flatMap((result) => result.findings);
}, 600_000);

function folderOf({ row, input }: Row): string {
  return `row-${row}-${input
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;
}

function write(row: Row): void {
  const name = folderOf(row);
  const paths = Object.keys(row.files);
  const listed = paths.some((path) => path.endsWith('kustomization.yaml'))
    ? {}
    : { 'kustomization.yaml': `resources: [${paths.join(', ')}]\n` };
  for (const [path, content] of Object.entries({ ...row.files, ...listed })) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content.replaceAll(own, name) : content);
  }
}

/** A finding as a row has it. */
function shown({ code, severity, sentence, place: { field, source } }: Finding, name: string): string {
  const place = `${source?.file.slice(name.length + 1)}:${source?.line}:${source?.column}`;
  return [code, severity, place, ...(field === undefined ? [] : [field]), sentence]
    .join(' ')
    .replaceAll(name, own);
}

test.each(rows.map((row) => [row.row, row.input, row] as const))('row %i: %s', (_row, _input, row) => {
  const name = folderOf(row);
  const said = findings.filter(({ place }) => place.source?.file.startsWith(`${name}/`));
  expect(said.map((finding) => shown(finding, name))).toEqual(row.says);
});

test('every row of the table is here, and nothing else is said', () => {
  const numbers = [...new Set(rows.map(({ row }) => row))].toSorted((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 52 }, (_, at) => at + 1));
  expect(new Set(rows.map(folderOf)).size).toBe(rows.length);
  const names = rows.map((row) => `${folderOf(row)}/`);
  const others = findings.filter(
    ({ place }) => !names.some((name) => place.source?.file.startsWith(name) === true),
  );
  expect(others.map(({ code, sentence }) => `${code} ${sentence}`)).toEqual([]);
  expect(run).toEqual({ code: 1, stderr: '' });
});
