import { escapeRegExp } from './escape-reg-exp.ts';

/**
 * A pattern of Go's path.Match, which a directories generator uses: `*` and `?` stop at a slash. Undefined where Go
 * finds it malformed, and Argo CD then matches nothing with it.
 */
export function pathPattern(pattern: string): RegExp | undefined {
  if (!patterns.has(pattern)) patterns.set(pattern, compile(pattern, '[^/]'));
  return patterns.get(pattern);
}

/** The lists of projects ask the same few patterns of every object. */
const patterns = new Map<string, RegExp | undefined>();

/** A pathspec of `git ls-files`, which a files generator uses: `*` goes over slashes, and a folder stands for all in it. */
export function pathspec(pattern: string): RegExp | undefined {
  const body = compile(pattern.replace(/\/$/, ''), '.');
  return body && new RegExp(`${body.source.slice(0, -1)}(?:/.*)?$`, 's');
}

function compile(pattern: string, any: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (character === '*') source += `${any}*`;
    else if (character === '?') source += any;
    else if (character === '\\') {
      at += 1;
      if (at >= pattern.length) return undefined;
      source += escapeRegExp(pattern[at] ?? '');
    } else if (character === '[') {
      const close = pattern.indexOf(']', at + 2);
      if (close === -1) return undefined;
      const set = pattern
        .slice(at + 1, close)
        .replace(/^[!^]/, '^')
        .replaceAll(/[[\]]/g, '\\$&');
      source += `(?!/)[${set}]`;
      at = close;
    } else source += escapeRegExp(character);
  }
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    return undefined;
  }
}
