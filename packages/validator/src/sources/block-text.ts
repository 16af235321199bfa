import type { Scalar } from 'yaml';
import { parserDoubt } from './parser-doubt.ts';
import type { Problem } from './problem.ts';
import { tabIndent } from './tabs.ts';

/**
 * Block texts that Go refuses for a tab, or that kustomize changes when it writes them: a folded one with indented lines,
 * and one that keeps its blank lines (`|+`) in front of a comment. Seen with kustomize 5.7.
 */
export function blockProblem({ type, value, range }: Scalar.Parsed, text: string): Problem | undefined {
  const [start, end] = range;
  const source = text.slice(start, end);
  const tab = tabInIndent(source);
  if (tab !== undefined) return tabIndent(start + tab);
  const problem = { rule: parserDoubt, offset: start, severity: 'warning' } as const;
  if (type === 'BLOCK_FOLDED' && /^[ \t]/m.test(String(value))) {
    return {
      ...problem,
      sentence: 'kustomize adds blank lines to a folded text (>) in which lines are indented.',
      hint: 'Write it with | in place of >, and with the line ends that are meant.',
    };
  }
  if (/^[|>][1-9]?\+/.test(source) && /^\s*#/.test(text.slice(end))) {
    return {
      ...problem,
      sentence: 'kustomize adds a blank line to a text that keeps its blank lines (+) in front of a comment.',
      hint: 'Move the comment to another place.',
    };
  }
  if (/^[|>][-+]?[1-9]/.test(source) && /^(?:\r?\n)* +\r?(?:\n|$)/.test(text.slice(end))) {
    return {
      ...problem,
      sentence:
        'kustomize reads the spaces in the empty lines below a text with a given indentation as a part of it.',
      hint: 'Delete the spaces in these lines.',
    };
  }
  return undefined;
}

/** The offset of a tab where the indentation of a block text is still being read. */
function tabInIndent(source: string): number | undefined {
  if (!source.includes('\t')) return undefined;
  let indent: number | undefined;
  for (const { index, 0: line } of source.matchAll(/(?<=\n).+/g)) {
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    if (line[spaces] === '\t' && (indent === undefined || spaces < indent)) return index + spaces;
    // With an indicator in the header, the first line need not tell it; a tab behind it is rare enough to be refused.
    if (line.trim() !== '') indent ??= spaces;
  }
  return undefined;
}
