import { NotRendered, Refused } from './failures.ts';
import { lex } from './lex.ts';
import type { Node } from './nodes.ts';
import { parsePipe } from './parse-pipe.ts';
import { tokenReader, type TokenReader } from './token-reader.ts';

/** Parses a Go template. @throws Refused, NotRendered where it defines templates of its own. */
export function parseTemplate(template: string): readonly Node[] {
  const reader = tokenReader(lex(template));
  const { nodes, end } = parseList(reader);
  if (end !== undefined) throw new Refused(`{{ ${end} }} has nothing that it belongs to`);
  return nodes;
}

/** Nodes up to the `end` or `else` that closes them, which is read too; its pipe, if it has one, is not. */
function parseList(reader: TokenReader): { readonly nodes: Node[]; readonly end?: 'end' | 'else' } {
  const nodes: Node[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined) return { nodes };
    if (token.kind === 'text') {
      nodes.push({ kind: 'text', text: token.text });
      continue;
    }
    const word = reader.peek()?.kind === 'word' ? reader.peek()?.text : undefined;
    if (word === 'end' || word === 'else') {
      reader.next();
      if (word === 'end') reader.close();
      return { nodes, end: word };
    }
    if (word === 'if' || word === 'with' || word === 'range') {
      reader.next();
      nodes.push(parseBranch(reader, word));
    } else if (word === 'break' || word === 'continue') {
      reader.next();
      reader.close();
      nodes.push({ kind: word });
    } else if (word === 'template' || word === 'define' || word === 'block') {
      throw new NotRendered(`{{ ${word} }} is not rendered here`);
    } else {
      nodes.push({ kind: 'action', pipe: parsePipe(reader) });
      reader.close();
    }
  }
}

function parseBranch(reader: TokenReader, kind: 'if' | 'with' | 'range'): Node {
  const pipe = parsePipe(reader);
  reader.close();
  const then = parseList(reader);
  return { kind, pipe, then: then.nodes, else: parseElse(reader, kind, then.end) };
}

function parseElse(
  reader: TokenReader,
  kind: 'if' | 'with' | 'range',
  end: string | undefined,
): readonly Node[] {
  if (end === undefined) throw new Refused(`{{ ${kind} }} is not closed with {{ end }}`);
  if (end === 'end') return [];
  const next = reader.peek();
  if (next?.kind === 'word' && next.text === kind && kind !== 'range') {
    reader.next();
    return [parseBranch(reader, kind)];
  }
  reader.close();
  const { nodes, end: last } = parseList(reader);
  if (last !== 'end') throw new Refused(`{{ ${kind} }} is not closed with {{ end }}`);
  return nodes;
}
