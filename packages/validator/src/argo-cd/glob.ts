import { escapeRegExp } from './generate/escape-reg-exp.ts';

/**
 * A glob as Argo CD matches it, with gobwas/glob 0.2.3: `*` and `?` stop at the separator, `**` does not, `[a-z]`, `[!a]`
 * and `{a,b}` work. Undefined where the pattern is malformed, and Argo CD then matches nothing with it.
 */
export function globPattern(pattern: string, separator = ''): RegExp | undefined {
  const key = `${separator}\0${pattern}`;
  if (!patterns.has(key)) patterns.set(key, compiled(pattern, separator));
  return patterns.get(key);
}

/** A fleet asks the same few patterns of thousands of names. */
const patterns = new Map<string, RegExp | undefined>();

function compiled(pattern: string, separator: string): RegExp | undefined {
  const any = separator === '' ? '.' : `[^${escapeRegExp(separator)}]`;
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '*') {
      const isSuper = pattern[at + 1] === '*';
      if (isSuper) at += 1;
      source += isSuper ? '.*' : `${any}*`;
    } else if (character === '?') source += any;
    else if (character === '\\') {
      at += 1;
      source += escapeRegExp(pattern[at] ?? '');
    } else if (character === '[') {
      const set = /^\[(!?)([^\]]+)\]/.exec(pattern.slice(at));
      if (set === null) return undefined;
      source += `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replaceAll(/[\\\]^]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (character === ',' && depth > 0) source += '|';
    else source += escapeRegExp(character);
  }
  if (depth > 0) return undefined;
  try {
    return new RegExp(`^(?:${source})$`, 's');
  } catch {
    return undefined;
  }
}

/** Without one of these a pattern means itself, and a comparison will do. */
const special = /[*?[\]{},\\]/;

/** Whether a glob, where `!` in front denies, matches. Source: globMatch in app_project_types.go. */
export function globMatches(pattern: string, text: string, separator = ''): boolean {
  if (isDenied(pattern)) return !(globPattern(pattern.slice(1), separator)?.test(text) ?? false);
  if (!special.test(pattern)) return pattern === text;
  return pattern === '*' || (globPattern(pattern, separator)?.test(text) ?? false);
}

export function isDenied(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** Whether a list of globs, and of regular expressions between slashes, matches. Source: MatchStringInList, util/glob/list.go. */
export function listMatches(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => {
    if (pattern.length > 1 && pattern.startsWith('/') && pattern.endsWith('/')) {
      try {
        if (new RegExp(pattern.slice(1, -1)).test(text)) return true;
      } catch {
        return false;
      }
    }
    return globPattern(pattern)?.test(text) ?? false;
  });
}
