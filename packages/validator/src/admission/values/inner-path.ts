import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3116',
  title: 'A path leads out of its volume',
  meaning:
    'A path inside a volume is relative and never goes up with "..": it could reach files of the node.',
  fix: 'Write a path below the root of the volume, without a "/" at its beginning and without "..".',
} as const;

/**
 * A relative path without `..`.
 * Source: core validation, `validateLocalDescendingPath`; with `reserved`, `ValidateLocalNonReservedPath`.
 */
export function innerPath({ reserved }: { readonly reserved: boolean }): Rule {
  return {
    explanation,
    check(field, refuse) {
      const { text } = field;
      if (text === undefined || text === '') return;
      if (text.startsWith('/'))
        refuse(field, `is ${shown(text)}; it must be a relative path`, 'Remove the "/" at its beginning.');
      if (goesUp(text) || (reserved && text.startsWith('..')))
        refuse(field, `is ${shown(text)}; it must not go up with ".."`, 'Remove the "..".');
    },
  };
}

/** An absolute or relative path without `..`. Source: core validation, `validatePathNoBacksteps`. */
export const straightPath: Rule = {
  explanation,
  check(field, refuse) {
    if (field.text !== undefined && goesUp(field.text))
      refuse(field, `is ${shown(field.text)}; it must not go up with ".."`, 'Remove the "..".');
  },
};

function goesUp(path: string): boolean {
  return path.split('/').includes('..');
}
