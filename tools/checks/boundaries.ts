import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBreaches } from './boundaries/breaches.ts';
import { sourceFiles } from './source-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = sourceFiles(root, ['ts', 'mts', 'js', 'mjs']);
const breaches = findBreaches(new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')])));
for (const { file, line, rule } of breaches) console.error(`${file}:${line}: ${rule}`);
console.log(`boundaries: ${files.length} files, ${breaches.length} breaches`);
process.exitCode = breaches.length === 0 ? 0 : 1;
