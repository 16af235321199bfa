import { NotRendered, Refused } from './failures.ts';
import type { Token } from './lex.ts';
import type { Command, Operand, Pipe } from './nodes.ts';
import type { TokenReader } from './token-reader.ts';

/** A pipe up to the braces or the bracket that end it, which are not read. @throws Refused */
export function parsePipe(reader: TokenReader): Pipe {
  const first = parseCommand(reader);
  const variables = first.flatMap((operand) => (operand.kind === 'variable' ? [operand.name] : []));
  // `range $key, $value := …`: the comma ends what reads as the first command.
  if (first.length === 1 && variables.length === 1) {
    if (reader.take(',')) {
      const second = reader.next();
      if (second?.kind !== 'variable') throw new Refused('a second variable is expected behind the comma');
      variables.push(second.text);
    }
    const declares = reader.take(':=');
    const assigns = !declares && reader.take('=');
    if (declares || assigns)
      return { variables, assigns, commands: parseCommands(reader, parseCommand(reader)) };
    if (variables.length > 1) throw new Refused('two variables need a := behind them');
  }
  return { variables: [], assigns: false, commands: parseCommands(reader, first) };
}

function parseCommands(reader: TokenReader, first: Command): readonly Command[] {
  const commands = [first];
  while (reader.take('|')) commands.push(parseCommand(reader));
  // Go lets a last `|` pass that nothing follows.
  if (commands.length > 1 && commands.at(-1)?.length === 0) commands.pop();
  if (commands.some((command) => command.length === 0)) throw new Refused('an action says nothing');
  return commands;
}

function parseCommand(reader: TokenReader): Command {
  const operands: Operand[] = [];
  for (;;) {
    const token = reader.peek();
    if (token === undefined || token.kind === 'close' || token.kind === 'text') return operands;
    if (token.kind === 'sign' && token.text !== '(' && token.text !== '.') return operands;
    reader.next();
    operands.push(withFields(reader, operandOf(reader, token)));
  }
}

function operandOf(reader: TokenReader, token: Token): Operand {
  switch (token.kind) {
    case 'string':
      return { kind: 'literal', value: unquote(token.text) };
    case 'number':
      return { kind: 'literal', value: numberOf(token.text) };
    case 'field':
      return { kind: 'fields', of: { kind: 'dot' }, names: [token.text.slice(1)] };
    case 'variable':
      return { kind: 'variable', name: token.text };
    case 'word':
      if (token.text === 'nil') return { kind: 'nil' };
      if (token.text === 'true' || token.text === 'false')
        return { kind: 'literal', value: token.text === 'true' };
      return { kind: 'function', name: token.text };
    case 'sign': {
      if (token.text === '.') return { kind: 'dot' };
      const pipe = parsePipe(reader);
      if (!reader.take(')')) throw new Refused('a bracket is not closed');
      return { kind: 'pipe', pipe };
    }
    default:
      throw new NotRendered(`${token.text} is not rendered here`);
  }
}

function withFields(reader: TokenReader, operand: Operand): Operand {
  const names: string[] = [];
  for (let token = reader.peek(); token?.kind === 'field' && !token.spaced; token = reader.peek()) {
    names.push(token.text.slice(1));
    reader.next();
  }
  if (names.length === 0) return operand;
  return operand.kind === 'fields'
    ? { ...operand, names: [...operand.names, ...names] }
    : { kind: 'fields', of: operand, names };
}

/** Go's integers are bigints here and its floats numbers, because Go does not compare the one with the other. */
function numberOf(text: string): bigint | number {
  const digits = text.replaceAll('_', '').replace(/^\+/, '');
  if (/^-?(\d+|0[xXbBoO][0-9a-fA-F]+)$/.test(digits))
    return digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
  return Number(digits);
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return inner;
  return inner.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (_, code: string) => {
    if (code.length > 1) return String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    const character = escapes[code];
    if (character === undefined) throw new Refused(`\\${code} is not an escape that Go knows`);
    return character;
  });
}
