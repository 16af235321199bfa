import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkTree } from '../../src/write/check-tree.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { temporaryTree } from './temporary-tree.ts';

test('a record with members that this compiler does not write is read, and counts as stale', async () => {
  const files = new Map([['paris/facts.json', '{}\n']]);
  const location = temporaryTree();
  await writeTree(location, files);
  const path = join(location.folder, '.seatrial.json');
  const record = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...record, clusters: {} }));
  expect(await checkTree(location, files)).toMatchObject([
    { code: 'SEA5005', place: { file: '.seatrial.json' } },
  ]);
  expect(await writeTree(location, files)).toMatchObject({ written: [], removed: [], findings: [] });
  expect(await checkTree(location, files)).toEqual([]);
});
