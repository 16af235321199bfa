import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'fleets');

/** `file:line` of each error that the real TypeScript compiler finds, with its message. */
function errorsOf(project: string): Map<string, string> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  let output: string;
  try {
    output = execFileSync(process.execPath, [compiler, '-p', project, '--pretty', 'false'], {
      encoding: 'utf8',
      cwd: project,
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const found = output.matchAll(/^(?:.*\/)?([^/(\n]+)\((\d+),\d+\): error TS\d+: (.*)$/gm);
  return new Map([...found].map(([, file, line, message]) => [`${file}:${line}`, message ?? '']));
}

const marks = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const mark = /\/\/ wrong: (.*)$/.exec(line)?.[1];
        return mark === undefined
          ? []
          : [[`${file}:${index + 1}`, mark.replace(/^'(".*)'$|^'(\w+)'$/, '$1$2')] as const];
      }),
  );

const errors = errorsOf(folder);

test.each(marks)('%s is an error that says %s', (place, words) => {
  expect(errors.get(place)).toContain(words);
});

test('nothing else is an error', () => {
  const expected = new Set<string>(marks.map(([place]) => place));
  expect([...errors].filter(([place]) => !expected.has(place))).toEqual([]);
});
