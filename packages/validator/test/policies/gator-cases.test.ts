import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { gatorVerdicts } from './support/gator.ts';
import { review, ourVerdicts } from './support/verdicts.ts';

const folder = new URL('cases/', import.meta.url);

// Each file is one cluster: templates, constraints and objects.
test.each(readdirSync(folder))('%s: the engine and native gator agree', async (file) => {
  const objects = parseAllDocuments(readFileSync(new URL(file, folder), 'utf8')).map(
    (document) => document.toJS() as unknown,
  );
  const expected = gatorVerdicts(objects);
  expect(await ourVerdicts(objects)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  expect((await review(objects)).undecided).toEqual([]);
});
