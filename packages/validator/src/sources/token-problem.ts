import type { CST } from 'yaml';
import { maxDepth } from '../json/stable-json.ts';
import { depthProblem } from './depth.ts';
import type { Problem } from './problem.ts';
import { tabIndent } from './tabs.ts';

/**
 * What has to be seen in the tokens of a document, before it is composed: that it is not too deep for a recursion, and
 * tabs where Go refuses them and `yaml` does not: behind the dash of an item, and at the start of lines of brackets that
 * stand below a key. Looks without recursion.
 */
export function tokenProblem(document: CST.Document, text: string): Problem | undefined {
  if (document.value === undefined) return undefined;
  const hasTabs = /\n *\t/.test(text);
  let tab: Problem | undefined;
  const open: Open[] = [{ token: document.value, depth: 1, isTop: true }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth, isTop } = next;
    if (!('items' in token)) continue;
    if (depth > maxDepth) return depthProblem(token);
    const isFlow = token.type === 'flow-collection';
    if (isFlow && !isTop && hasTabs) tab ??= tabInBrackets(token, text);
    for (const item of token.items) {
      if (!isFlow) tab ??= tabIn(item.start);
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

function tabIn(start: readonly CST.SourceToken[]): Problem | undefined {
  for (const { type, source, offset } of start) {
    if (type === 'space' && source.includes('\t')) return tabIndent(offset + source.indexOf('\t'));
  }
  return undefined;
}

function tabInBrackets({ offset, end }: CST.FlowCollection, text: string): Problem | undefined {
  const match = /\n *\t/.exec(text.slice(offset, end[0]?.offset ?? text.length));
  return match === null ? undefined : tabIndent(offset + match.index + match[0].length - 1);
}
