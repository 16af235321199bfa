import type { CST } from 'yaml';
import { maxDepth } from '../json/stable-json.ts';
import { depthProblem } from './depth.ts';
import type { Problem } from './problem.ts';
import { tabIndent } from './tabs.ts';

/**
 * What has to be seen in the tokens of a document, before it is composed: that it is not too deep for a recursion, and
 * tabs behind the dash of an item, which Go refuses and `yaml` does not mention. Looks without recursion.
 */
export function tokenProblem(document: CST.Document): Problem | undefined {
  if (document.value === undefined) return undefined;
  let tab: Problem | undefined;
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: document.value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (!('items' in token)) continue;
    if (depth > maxDepth) return depthProblem(token);
    for (const item of token.items) {
      if (token.type !== 'flow-collection') tab ??= tabIn(item.start);
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  return tab;
}

function tabIn(start: readonly CST.SourceToken[]): Problem | undefined {
  for (const { type, source, offset } of start) {
    if (type === 'space' && source.includes('\t')) return tabIndent(offset + source.indexOf('\t'));
  }
  return undefined;
}
