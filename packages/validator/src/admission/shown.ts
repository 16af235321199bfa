const longest = 60;

/** A value as a sentence quotes it; a long one is cut. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en', { useGrouping: false });
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
