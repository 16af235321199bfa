import { Refused } from './failures.ts';
import type { Token } from './lex.ts';

/** Tokens, one after the other. */
export interface TokenReader {
  peek(): Token | undefined;
  next(): Token | undefined;
  /** Whether the next token is this sign; it is read then. */
  take(sign: string): boolean;
  /** Reads the braces that end an action. @throws Refused */
  close(): void;
}

export function tokenReader(tokens: readonly Token[]): TokenReader {
  let at = 0;
  return {
    peek: () => tokens[at],
    next: () => tokens[at++],
    take(sign) {
      const matches = tokens[at]?.kind === 'sign' && tokens[at]?.text === sign;
      if (matches) at += 1;
      return matches;
    },
    close() {
      const token = tokens[at++];
      if (token?.kind !== 'close') throw new Refused(`${JSON.stringify(token?.text ?? '')} is not expected`);
    },
  };
}
