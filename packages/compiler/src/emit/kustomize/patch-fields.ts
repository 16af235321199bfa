import { literalHeader } from '../yaml/literal.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import type { PatchField } from './kustomization.ts';
import { objectFileNames } from './object-files.ts';
import type { NamedPatch } from './patch-pairs.ts';

/** A longer patch gets a file of its own. */
const longestInline = 40;

export interface WrittenPatches {
  readonly fields: readonly PatchField[];
  /** Files of the folder, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Patches as a kustomization lists them: short ones inline, long ones in `<component>-<kind>.patch.yaml`. */
export function patchFields(patches: readonly NamedPatch[]): WrittenPatches {
  const written = patches.map((patch) => ({ ...patch, text: yamlText(patch.patch.content) }));
  const long = written.filter(({ patch, text }) => !fitsInline(text, patch.content));
  const names = objectFileNames(long.map(({ subject }) => subject!));
  const paths = new Map(long.map((patch, index) => [patch, `${names[index]}.patch.yaml`]));
  const files = new Map<string, string>();
  const fields = written.map((entry): PatchField => {
    const target = entry.patch.kind === 'json' ? { target: entry.patch.target } : {};
    const path = paths.get(entry);
    if (path === undefined) return { ...target, patch: entry.text.slice(0, -1) };
    files.set(path, entry.text);
    return { ...target, path };
  });
  return { fields, files };
}

/** kustomize cuts the white space at the end of an inline patch: a block literal there would lose its line break. */
function fitsInline(text: string, content: unknown): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines <= longestInline && !endsInLiteral(content);
}

function endsInLiteral(value: unknown): boolean {
  if (typeof value === 'string') return literalHeader(value) === '|';
  if (typeof value !== 'object' || value === null) return false;
  return endsInLiteral(Object.values(value).at(-1));
}
