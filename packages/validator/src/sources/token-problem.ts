import type { CST } from 'yaml';
import { maxDepth } from '../json/stable-json.ts';
import { depthProblem } from './depth.ts';
import type { Problem } from './problem.ts';
import { tabIndent } from './tabs.ts';

/**
 * What has to be seen in the tokens of a document, before it is composed: that it is not too deep for a recursion, and
 * tabs where Go refuses them and `yaml` does not: behind the dash of an item, and at the start of lines of brackets that
 * stand below a key. Looks without recursion.
 *
 * @param hasTabs Whether any line of the text begins with a tab.
 */
export function tokenProblem(document: CST.Document, text: string, hasTabs: boolean): Problem | undefined {
  let tab = hasTabs ? (tabIn(document.start) ?? tabAfterLine(document.end ?? [])) : undefined;
  if (document.value === undefined) return tab;
  const open: Open[] = [{ token: document.value, depth: 1, isTop: true }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth, isTop } = next;
    if (!('items' in token)) {
      if ('end' in token && hasTabs && !isTop) tab ??= tabAfterLine(token.end ?? []);
      continue;
    }
    if (depth > maxDepth) return depthProblem(token);
    const isFlow = token.type === 'flow-collection';
    if (isFlow && !isTop && hasTabs) tab ??= tabInBrackets(token, text);
    for (const item of token.items) {
      if (!isFlow) tab ??= tabIn(item.start) ?? (hasTabs ? tabAfterLine(item.sep ?? []) : undefined);
      for (const below of [item.key, item.value])
        // Brackets at the top of a document, as in JSON, have no indentation to violate.
        if (below) open.push({ token: below, depth: depth + 1, isTop: isTop && isFlow });
    }
  }
  return tab;
}

interface Open {
  readonly token: CST.Token;
  readonly depth: number;
  readonly isTop: boolean;
}

export function tabIn(start: readonly CST.SourceToken[]): Problem | undefined {
  for (const { type, source, offset } of start) {
    if (type === 'space' && source.includes('\t')) return tabIndent(offset + source.indexOf('\t'));
  }
  return undefined;
}

/** A tab at the start of a line that is empty or has a comment. */
function tabAfterLine(end: readonly CST.SourceToken[]): Problem | undefined {
  const line = end.findIndex(({ type }) => type === 'newline');
  return line < 0 ? undefined : tabIn(end.slice(line));
}

function tabInBrackets({ offset, end }: CST.FlowCollection, text: string): Problem | undefined {
  const match = /\n *\t/.exec(text.slice(offset, end[0]?.offset ?? text.length));
  return match === null ? undefined : tabIndent(offset + match.index + match[0].length - 1);
}
