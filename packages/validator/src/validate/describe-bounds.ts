/** What a bound of a schema asks for, by the words of the schema library. */
const bounds: readonly (readonly [RegExp, (got: string, want: string) => string])[] = [
  [
    /^maxProperties: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'field')}; at most ${want} may be set`,
  ],
  [
    /^minProperties: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'field')}; at least ${want} must be set`,
  ],
  [
    /^maxItems: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'item')}; at most ${want} may be there`,
  ],
  [
    /^minItems: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'item')}; at least ${want} must be there`,
  ],
  [
    /^maxLength: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'character')}; at most ${want} may be there`,
  ],
  [
    /^minLength: got (\d+), want (\d+)$/,
    (got, want) => `has ${count(got, 'character')}; at least ${want} must be there`,
  ],
  [
    /^items at (\d+) and (\d+) are equal$/,
    (one, other) => `has the same item twice, at ${one} and at ${other}`,
  ],
  [/^'(?:any|one)Of' failed, none matched$/, () => 'fits none of the forms that it may have'],
  [
    /^'oneOf' failed, subschemas .* matched$/,
    () => 'fits several of the forms that it may have, and must fit one',
  ],
  [/^'not' failed$/, () => 'has a form that it may not have'],
];

/** The message of a bound as the end of a sentence that begins with the field; undefined for any other message. */
export function describeBounds(message: string): string | undefined {
  for (const [pattern, words] of bounds) {
    const found = pattern.exec(message);
    if (found !== null) return words(found[1] ?? '', found[2] ?? '');
  }
  return undefined;
}

function count(number: string, what: string): string {
  return `${number} ${what}${number === '1' ? '' : 's'}`;
}
