import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mostLines, oversizedFiles } from './oversized-files.ts';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = sourceFiles(root, ['ts', 'mts', 'js', 'mjs', 'cjs', 'go', 'sh', 'ci/run']);
const oversized = oversizedFiles(
  new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')])),
);
for (const { file, lines } of oversized)
  console.error(`${file}:${mostLines + 1}: ${lines} lines, ${mostLines} at most: split it by concept`);
console.log(`file size: ${files.length} files, ${oversized.length} too long`);
process.exitCode = oversized.length === 0 ? 0 : 1;
