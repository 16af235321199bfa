import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkVersions, type Inputs, type InputRequests } from '@seatrial/compiler';
import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { missingFile } from './missing-file.ts';

/**
 * Reads the versions file of each environment, YAML or JSON. A key that comes twice, a tab, a second document: anything
 * that two readers might understand in two ways is an error with its line.
 */
export function readVersions(
  requests: InputRequests['versions'],
  fleet: FleetFolder,
  root: string,
): Inputs['versions'] {
  return Object.fromEntries(
    requests.map(({ environment, path }) => {
      const file = join(fleet.folder, path);
      const shown = relative(root, file);
      const text = readText(file, root, `${fleet.shown}: environments.${environment}.versions`);
      return [environment, checkVersions(parse(text, shown) ?? {}, shown)];
    }),
  );
}

function readText(file: string, root: string, place: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw missingFile(file, root, place);
    throw new UserError(
      `${place}: ${relative(root, file)} cannot be read (${code}).`,
      'Make it a readable file.',
    );
  }
}

function parse(text: string, shown: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys: true });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem === undefined) return document.toJS();
  const { line, col } = lineCounter.linePos(problem.pos[0]);
  const lines = [text.split('\n')[line - 1] ?? ''];
  throw new UserError(
    `${shown}:${line}:${col}: ${problem.message.replace(/\.$/, '')}.`,
    'Correct that line.',
    { lines },
  );
}
