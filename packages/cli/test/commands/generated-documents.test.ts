import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../temporary-workspace.ts';

const docs = join(import.meta.dirname, '../../../../docs');

// `UPDATE_GOLDEN=1` writes the files anew.
it.each([
  ['findings.md', ['explain', '-o', 'markdown']],
  ['validation.schema.json', ['validate', '--schema']],
  ['resolved-fleet.schema.json', ['model', '--schema']],
])('docs/%s is what `seatrial` prints', async (file, command) => {
  const { stdout } = await temporaryWorkspace().seatrial(...command);
  const path = join(docs, file);
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(docs, { recursive: true });
    writeFileSync(path, `${stdout}\n`);
  }
  expect(`${stdout}\n`).toBe(readFileSync(path, 'utf8'));
});
