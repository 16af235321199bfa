import { goNumber } from './go-number.ts';
import { goTimestamp } from './go-timestamp.ts';

/** How go-yaml v3, and so kustomize, reads a plain scalar. */
export type GoScalar =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  /** As kustomize writes it, which is not always as it was written. */
  | { readonly type: 'time'; readonly value: string }
  /** `.nan` and `.inf`, which JSON has no word for. */
  | { readonly type: 'endless'; readonly value: null };

const words = new Map<string, GoScalar>([
  ...['true', 'True', 'TRUE'].map((text) => [text, { type: 'boolean', value: true }] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, { type: 'boolean', value: false }] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, { type: 'null', value: null }] as const),
  ...['nan', 'NaN', 'NAN'].map((text) => [`.${text}`, { type: 'endless', value: null }] as const),
  ...['.', '+.', '-.'].flatMap((start) =>
    ['inf', 'Inf', 'INF'].map((text) => [`${start}${text}`, { type: 'endless', value: null }] as const),
  ),
]);

/** A plain scalar as go-yaml v3 resolves it. Source: `resolve` and its tables in go-yaml v3. */
export function goScalar(text: string): GoScalar {
  if (!mayMean.test(text)) return { type: 'text', value: text };
  const word = words.get(text);
  if (word !== undefined) return word;
  const time = goTimestamp(text);
  if (time !== undefined) return { type: 'time', value: time };
  const number = goNumber(text);
  return number === undefined ? { type: 'text', value: text } : { type: 'number', value: number };
}

/** Everything else is text by its first character. */
const mayMean = /^(?:[-+.0-9]|[tTfFnN~]|$)/;
