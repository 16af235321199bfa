import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { importCycle } from './import-cycle.ts';
import { missingFile } from './missing-file.ts';
import type { ModelFailure } from './model-worker.ts';

/** What a model's error means for the person who wrote it: one sentence that begins with file, line and column. */
export function explainFailure(failure: ModelFailure, fleet: FleetFolder, root: string): UserError {
  return (
    explainSyntax(failure, root) ??
    explainMissingModule(failure, root) ??
    explainCycle(failure, fleet, root) ??
    explainThrow(failure, fleet, root)
  );
}

/** Node puts `file:line`, the source line and a row of carets above the stack of an error that has a place in a source. */
function explainSyntax(failure: ModelFailure, root: string): UserError | undefined {
  const [head = '', ...rest] = failure.stack.split('\n');
  const [, file, line] = /^(.+):(\d+)$/.exec(head) ?? [];
  const caret = rest.findIndex((text) => /^\s*\^+\s*$/.test(text));
  if (failure.name !== 'SyntaxError' || file === undefined || caret < 1) return undefined;
  const column = (rest[caret]?.indexOf('^') ?? 0) + 1;
  const lines = [rest[caret - 1] ?? '', rest[caret] ?? ''];
  const hint =
    failure.code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
      ? 'Node runs the file as it is, with the types left out: write it without enum, namespace and parameter properties.'
      : 'Correct that place.';
  return new UserError(`${shownPath(file, root)}:${line}:${column}: ${firstLine(failure.message)}.`, hint, {
    lines,
  });
}

function explainMissingModule({ code, message }: ModelFailure, root: string): UserError | undefined {
  if (code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, what, name = '', from = ''] =
    /^Cannot find (module|package) '(.+)' imported from (.+)$/.exec(message) ?? [];
  if (what === undefined) return undefined;
  const place = importPlace(from, name, root);
  if (what === 'package') {
    return new UserError(
      `${place}: the package "${name}" is not installed.`,
      `Install it: npm install ${name}`,
    );
  }
  return missingFile(name, root, place);
}

/** Where a file imports something: found by the last part of its name, which any way of writing it ends in. */
function importPlace(from: string, name: string, root: string): string {
  const file = toPath(from);
  const last = name.split('/').at(-1) ?? name;
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const index = lines.findIndex((line) => /\b(?:from|import)\b/.test(line) && line.includes(last));
    if (index !== -1)
      return `${shownPath(file, root)}:${index + 1}:${(lines[index]?.indexOf(last) ?? 0) + 1}`;
  } catch {
    // The importing file cannot be read: its name alone has to do.
  }
  return shownPath(file, root);
}

function explainCycle(failure: ModelFailure, fleet: FleetFolder, root: string): UserError | undefined {
  const name = /^Cannot access '(.+)' before initialization$/.exec(failure.message)?.[1];
  if (name === undefined) return undefined;
  const cycle = importCycle(fleet.file);
  if (cycle === undefined) return undefined;
  const files = cycle.map((file) => shownPath(file, root)).join(' → ');
  return new UserError(
    `${ownFrame(failure, fleet, root)}: "${name}" is used before it is there, because files import each other: ${files}.`,
    'Move what both need into a third file.',
  );
}

function explainThrow(failure: ModelFailure, fleet: FleetFolder, root: string): UserError {
  const kind = failure.name === '' || failure.name === 'Error' ? '' : `${failure.name}: `;
  return new UserError(
    `${ownFrame(failure, fleet, root)}: the model throws: ${kind}${failure.message.trim().replaceAll(/\s*\n\s*/g, '; ')}`,
    'Correct what the message names, at that place or where it gets its values from.',
  );
}

/** The innermost place of the stack that is in a file of the author's. */
function ownFrame(failure: ModelFailure, fleet: FleetFolder, root: string): string {
  const own = join(root, 'environments');
  for (const [, place = '', line, column] of failure.stack.matchAll(
    /^\s+at .*?\(?((?:file:\/\/)?\/[^\s()]+):(\d+):(\d+)\)?$/gm,
  )) {
    const file = toPath(place);
    const inside = relative(own, file);
    if (!inside.startsWith('..') && !isAbsolute(inside) && !inside.includes('node_modules')) {
      return `${shownPath(file, root)}:${line}:${column}`;
    }
  }
  return fleet.shown;
}

function shownPath(file: string, root: string): string {
  const path = relative(root, toPath(file));
  return path.startsWith('..') ? toPath(file) : path;
}

function toPath(place: string): string {
  return place.startsWith('file:')
    ? fileURLToPath(place)
    : isAbsolute(place)
      ? place
      : join(dirname('.'), place);
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\.$/, '');
}
