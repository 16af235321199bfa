import { isRecord } from '../../json/is-record.ts';
import { NotRendered, Refused } from './failures.ts';
import { printValue } from './format.ts';
import { functions, isKnownFunction } from './functions.ts';
import type { Command, Node, Operand, Pipe } from './nodes.ts';
import { isStringMap } from './string-map.ts';
import { isTrue } from './truth.ts';

/** What `missingkey` says of a key that a map has not: `error` stops, the default prints `<no value>`. */
export type MissingKey = 'default' | 'error' | 'zero';

interface Scope {
  readonly dot: unknown;
  /** Innermost last; a variable that is set in a branch is gone behind it. */
  readonly variables: Map<string, unknown>[];
  readonly missingKey: MissingKey;
}

/** Runs a template. @throws Refused where Go would stop, NotRendered where this does not know what Go would do. */
export function evaluate(nodes: readonly Node[], dot: unknown, missingKey: MissingKey): string {
  return runAll(nodes, { dot, variables: [new Map([['$', dot]])], missingKey });
}

function runAll(nodes: readonly Node[], scope: Scope): string {
  let text = '';
  for (const node of nodes) text += run(node, scope);
  return text;
}

function run(node: Node, scope: Scope): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'action': {
      const value = evaluatePipe(node.pipe, scope);
      return node.pipe.variables.length > 0 ? '' : printValue(value);
    }
    case 'if':
    case 'with': {
      const inner = { ...scope, variables: [...scope.variables, new Map()] };
      const value = evaluatePipe(node.pipe, inner);
      if (!isTrue(value)) return runAll(node.else, inner);
      return runAll(node.then, node.kind === 'with' ? { ...inner, dot: value } : inner);
    }
    case 'range':
      return runRange(node, scope);
    case 'break':
    case 'continue':
      throw new NotRendered(`{{ ${node.kind} }} is not rendered here`);
  }
}

function runRange(node: Node & { readonly kind: 'if' | 'with' | 'range' }, scope: Scope): string {
  const { variables, ...pipe } = node.pipe;
  const over = evaluatePipe({ ...pipe, variables: [] }, scope);
  if (typeof over === 'bigint' && variables.length === 2)
    throw new Refused('a range over a number has one variable only');
  const entries = entriesOf(over);
  if (entries.length === 0) return runAll(node.else, scope);
  let text = '';
  for (const [key, dot] of entries) {
    const names = variables.length === 2 ? [key, dot] : [dot];
    const own = new Map(variables.map((name, index) => [name, names[index]]));
    text += runAll(node.then, { ...scope, dot, variables: [...scope.variables, own] });
  }
  return text;
}

/** Of a range over a number. */
const mostTurns = 1000n;

function entriesOf(over: unknown): readonly (readonly [unknown, unknown])[] {
  if (over === null || over === undefined) return [];
  if (Array.isArray(over)) return over.map((value: unknown, index) => [BigInt(index), value]);
  if (isRecord(over)) return Object.entries(over).sort(([a], [b]) => (a < b ? -1 : 1));
  if (typeof over === 'bigint' && over > mostTurns)
    throw new NotRendered(`a range over ${over} is not rendered here`);
  if (typeof over === 'bigint')
    return Array.from({ length: Number(over < 0n ? 0n : over) }, (_, index) => [
      BigInt(index),
      BigInt(index),
    ]);
  throw new Refused(`range can't iterate over ${printValue(over)}`);
}

function evaluatePipe({ commands, variables, assigns }: Pipe, scope: Scope): unknown {
  let value: unknown;
  for (const [index, command] of commands.entries())
    value = evaluateCommand(command, scope, index === 0 ? [] : [value]);
  for (const name of variables) setVariable(scope, name, value, assigns);
  return value;
}

function evaluateCommand(command: Command, scope: Scope, piped: readonly unknown[]): unknown {
  const [first, ...rest] = command;
  if (first?.kind === 'function') return call(first.name, rest, scope, piped);
  if (first === undefined || rest.length > 0 || piped.length > 0)
    throw new Refused('something that is not a function is given arguments');
  if (first.kind === 'nil') throw new Refused('nil is not a command');
  return evaluateOperand(first, scope);
}

function call(name: string, operands: readonly Operand[], scope: Scope, piped: readonly unknown[]): unknown {
  if (name === 'and' || name === 'or') {
    let value: unknown;
    const lazy = [
      ...operands.map((operand) => () => evaluateOperand(operand, scope)),
      ...piped.map((each) => () => each),
    ];
    for (const argument of lazy) {
      value = argument();
      if (isTrue(value) === (name === 'or')) return value;
    }
    return value;
  }
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined) {
    if (isKnownFunction(name)) throw new NotRendered(`the function ${name} is not rendered here`);
    throw new Refused(`there is no function "${name}"`);
  }
  return known([...operands.map((operand) => evaluateOperand(operand, scope)), ...piped]);
}

function evaluateOperand(operand: Operand, scope: Scope): unknown {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'nil':
      return null;
    case 'dot':
      return scope.dot;
    case 'function':
      return call(operand.name, [], scope, []);
    case 'pipe':
      return evaluatePipe(operand.pipe, scope);
    case 'variable': {
      const holder = scope.variables.findLast((variables) => variables.has(operand.name));
      if (holder === undefined) throw new Refused(`the variable ${operand.name} is not set`);
      return holder.get(operand.name);
    }
    case 'fields':
      return fieldsOf(evaluateOperand(operand.of, scope), operand.names, scope.missingKey);
  }
}

function fieldsOf(of: unknown, names: readonly string[], missingKey: MissingKey): unknown {
  let value = of;
  for (const [index, name] of names.entries()) {
    // Go goes on asking a key that is not there, but not a null.
    if (value === undefined && missingKey !== 'error') continue;
    if (value === null || value === undefined)
      throw new Refused(`.${name} is asked of something that is not there`);
    if (!isRecord(value)) throw new Refused(`.${name} is asked of ${printValue(value)}, which has no fields`);
    if (!Object.hasOwn(value, name) && missingKey === 'error')
      throw new Refused(missing(names, index, value));
    if (Object.hasOwn(value, name)) value = value[name];
    else if (missingKey === 'zero') value = isStringMap(value) ? '' : null;
    else value = undefined;
  }
  return value;
}

/** Which parameter is not there, and which are there in its place. */
function missing(names: readonly string[], index: number, beside: Readonly<Record<string, unknown>>): string {
  const known = Object.keys(beside).sort();
  const shown = known.slice(0, 10).map((key) => [...names.slice(0, index), key].join('.'));
  const more = known.length > shown.length ? ` and ${known.length - shown.length} more` : '';
  return `there is no parameter "${names.join('.')}", ${shown.length === 0 ? 'and no other' : `only ${shown.join(', ')}${more}`}`;
}

function setVariable(scope: Scope, name: string, value: unknown, assigns: boolean): void {
  const holder = assigns
    ? scope.variables.findLast((variables) => variables.has(name))
    : scope.variables.at(-1);
  if (holder === undefined) throw new Refused(`the variable ${name} is not set`);
  holder.set(name, value);
}
