import { Refused } from './failures.ts';

/** A piece of a template. `spaced`: white space stands before it, which tells `.a .b` (two operands) from `.a.b`. */
export interface Token {
  readonly kind:
    'text' | 'open' | 'close' | 'string' | 'number' | 'char' | 'word' | 'field' | 'variable' | 'sign';
  readonly text: string;
  readonly spaced: boolean;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y],
  ['char', /'(?:[^'\\\n]|\\.)+'/y],
  [
    'number',
    /[+-]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y,
  ],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /:=|[=|(),.]/y],
];

/** The tokens of a template, with the white space gone that `{{-` and `-}}` trim. @throws Refused */
export function lex(template: string): readonly Token[] {
  const tokens: Token[] = [];
  let trims = false;
  for (let at = 0; ;) {
    const open = template.indexOf('{{', at);
    const text = template.slice(at, open === -1 ? undefined : open);
    const trimsEnd = open !== -1 && /^-\s/.test(template.slice(open + 2, open + 4));
    const trimmed = trimsEnd ? text.trimEnd() : text;
    const kept = trims ? trimmed.trimStart() : trimmed;
    if (kept !== '') tokens.push({ kind: 'text', text: kept, spaced: false });
    if (open === -1) return tokens;
    const start = open + (trimsEnd ? 3 : 2);
    const end = commentEnd(template, start) ?? lexAction(template, start, tokens);
    trims = template[end - 1] === '-';
    at = end + 2;
  }
}

/** Where the braces close behind a comment; undefined where there is none. */
function commentEnd(template: string, start: number): number | undefined {
  const comment = /\s*\/\*[^]*?\*\/(?:\s+-)?(?=\}\})/y;
  comment.lastIndex = start;
  return comment.test(template) ? comment.lastIndex : undefined;
}

/** Adds the tokens of one action, and says where its braces close. */
function lexAction(template: string, start: number, tokens: Token[]): number {
  tokens.push({ kind: 'open', text: '{{', spaced: false });
  for (let at = start; ;) {
    const space = /\s*/y;
    space.lastIndex = at;
    space.test(template);
    const spaced = space.lastIndex > at;
    at = space.lastIndex;
    if (spaced && template.startsWith('-}}', at)) at += 1;
    if (template.startsWith('}}', at)) {
      tokens.push({ kind: 'close', text: '}}', spaced });
      return at;
    }
    const token = tokenAt(template, at, spaced);
    tokens.push(token);
    at += token.text.length;
  }
}

function tokenAt(template: string, at: number, spaced: boolean): Token {
  if (at >= template.length) throw new Refused('an action is not closed with }}');
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(template)?.[0];
    if (text !== undefined) return { kind, text, spaced };
  }
  throw new Refused(`${JSON.stringify(template[at])} does not belong into an action`);
}
