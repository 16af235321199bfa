import { posix } from 'node:path';
import { fieldAt, textAt } from '@seatrial/validator';
import { isBelow } from '../files/repository.ts';
import type { FilesContent } from '../render/content.ts';
import type { Surroundings } from './surroundings.ts';

/** The manifests of a folder as Argo CD reads them: YAML and JSON, in the folder only unless told otherwise. */
export function argoDirectory(options: unknown, folder: string, { repository }: Surroundings): FilesContent {
  const recurses = fieldAt(options, 'recurse') === true;
  const include = matcher(textAt(options, 'include') ?? '');
  const exclude = matcher(textAt(options, 'exclude') ?? '');
  return {
    files: repository.files.filter((file) => {
      if (!isBelow(file, folder) || !/\.(ya?ml|json)$/.test(file)) return false;
      const relative = posix.relative(folder, file);
      if (!recurses && relative.includes('/')) return false;
      if (exclude?.test(relative) === true || (include !== undefined && !include.test(relative)))
        return false;
      return repository.text(file)?.includes('+argocd:skip-file-rendering') !== true;
    }),
  };
}

/** A glob of Argo CD: `*` stops at no slash, `{a,b}` is one of them. */
function matcher(glob: string): RegExp | undefined {
  if (glob === '') return undefined;
  let depth = 0;
  const source = [...glob]
    .map((character) => {
      if (character === '*') return '.*';
      if (character === '?') return '.';
      if (character === '{') return (depth++, '(?:');
      if (character === '}' && depth > 0) return (depth--, ')');
      if (character === ',' && depth > 0) return '|';
      return character.replace(/[\\^$+.()|[\]{}]/, String.raw`\$&`);
    })
    .join('');
  return depth === 0 ? new RegExp(`^(?:${source})$`) : undefined;
}
