import { goNumber } from './go-number.ts';
import { goQuote } from './go-quote.ts';
import type { RegoValue } from './rego-value.ts';

/** A value as OPA's own `String()` writes it into a message: `{"a", "b"}`, `[1, true]`, `{"key": null}`, `set()`. */
export function printRego(value: RegoValue): string {
  switch (value.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'number':
      return printNumber(value.text);
    case 'string':
      return goQuote(value.value);
    case 'array':
      return `[${value.items.map(printRego).join(', ')}]`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${value.items.map(printRego).join(', ')}}`;
    case 'object':
      return `{${value.entries.map(([key, item]) => `${printRego(key)}: ${printRego(item)}`).join(', ')}}`;
  }
}

/** The digits of a number stay as they are written, unless it is so large or small that Go writes it with an exponent. */
export function printNumber(text: string): string {
  const value = Number(text);
  const hasExponent = /[eE]/.test(text) || (text.includes('.') && value !== 0 && Math.abs(value) < 1e-4);
  return hasExponent ? goNumber(value) : text;
}

export function isFloat(text: string): boolean {
  return /[.eE]/.test(text);
}
