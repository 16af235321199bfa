import fc from 'fast-check';

/** Scalars and flow values that YAML readers are known to quarrel about, and plain ones; some are no YAML at all. */
const values = [
  'a',
  'b c',
  'a#b',
  'a #c',
  'x:y',
  'http://x/y?z=1',
  'é ü',
  '日本',
  '😀',
  '${X:=y}',
  'x-{{ n }}',
  'a,b',
  '-x',
  '=',
  'no',
  'on',
  'y',
  'true',
  'False',
  'null',
  '~',
  '',
  '<<',
  '"<<"',
  '"no"',
  "'on'",
  '"true"',
  '"5"',
  '0',
  '-0',
  '-0.0',
  '+5',
  '0644',
  '08',
  '0o17',
  '0b11',
  '-0x10',
  '0x1F',
  '1_000',
  '1__2',
  '1e10',
  '1e400',
  '.5',
  '1.',
  '1.10',
  '.e5',
  '12:30:45',
  '18446744073709551615',
  '-9223372036854775809',
  '99999999999999999999',
  '2024-01-01',
  '2024-1-2',
  '2024-13-01',
  '2024-02-30',
  '2024-01-01T10:20:30Z',
  '2024-01-01 10:20:30',
  '2024-01-01T10:20:30.500+02:00',
  '.nan',
  '-.inf',
  '!t a',
  '!!str 5',
  '&x 5',
  '*x',
  '*nope',
  '&q" a',
  "'it''s'",
  '"a\\x41\\u00e9"',
  '"\\ud83d\\ude00"',
  '"a\\/b"',
  '"tab\\there"',
  '"multi\n  line"',
  "'multi\n\n  line'",
  'plain\n  more',
  '"x\\\n  y"',
  'x\ty',
  'a\t#c',
  '\tx',
  'a: b',
  '- x',
  '? x',
  ': x',
  '@a',
  '`a`',
  '%a',
  '"open',
  '--',
  '---',
  '{}',
  '[]',
  '{a: 1}',
  '[1, "b", c]',
  '{a: {b: c}, d}',
  '[a: b, c]',
  '[a, , b]',
  '[?a]',
  '{a:1}',
  '{"a":1}',
  '{? a : b}',
  '[\n  a,\n  b\n]',
  '{\n  a: b\n  }',
  '- - a',
  '{{ x }}',
  '[a',
  'a]',
  '|\n  text\n  more',
  '|-\n  t',
  '|+\n  keep\n\n',
  '|2\n    in\n',
  '|\n\n  lead',
  '>\n  fold\n  ed\n\n  x\n    more\n  y',
  '>-\n  a\n\n  b',
];
const goodKeys = ['a', 'b', 'c', 'd', 'e f', '"g"', "'h'", 'i.j/k', 'ключ'];
const oddKeys = [
  'on',
  'n',
  'true',
  '5',
  '~',
  '<<',
  '*x',
  '"<<"',
  '? k',
  '2024-01-01',
  '-k',
  '{a}',
  '[b]',
  '&z k',
  '!t k',
  '',
];
const intrusions = [
  '\t',
  ' ',
  '\n',
  '"',
  "'",
  ':',
  '-',
  '#',
  '{',
  ']',
  ',',
  '\n---\n',
  '\n...\n',
  '\n--- \n',
  '\r',
  '\ufeff',
  '\u2028',
];

const value = (depth: number, indent: string): fc.Arbitrary<string> => {
  const scalar = fc
    .tuple(fc.constantFrom(...values), fc.constantFrom('', '', '', ' # c'))
    .map(([text, comment]) => ` ${text.replaceAll('\n', `\n${indent}`)}${comment}\n`);
  if (depth === 0) return scalar;
  return fc.oneof(
    { weight: 5, arbitrary: scalar },
    { weight: 3, arbitrary: mapping(depth - 1, `${indent}  `, goodKeys).map((text) => `\n${text}`) },
    {
      weight: 1,
      arbitrary: mapping(depth - 1, `${indent} `, [...goodKeys, ...oddKeys]).map((text) => `\n${text}`),
    },
    { weight: 1, arbitrary: mapping(depth - 1, `${indent}  `, goodKeys).map((text) => ` &x\n${text}`) },
    { weight: 2, arbitrary: sequence(depth - 1, indent).map((text) => `\n${text}`) },
  );
};

function mapping(depth: number, indent: string, keys: readonly string[]): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 })
    .chain((names) =>
      fc.tuple(...names.map((name) => value(depth, indent).map((text) => `${indent}${name}:${text}`))),
    )
    .map((lines) => lines.join(''));
}

function sequence(depth: number, indent: string): fc.Arbitrary<string> {
  return fc
    .array(value(depth, indent), { minLength: 1, maxLength: 3 })
    .map((items) => items.map((text) => `${indent}-${text}`).join(''));
}

/** The spec of a manifest: YAML as people write it, with what goes wrong in it. */
export const specText: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(mapping(2, '  ', goodKeys), mapping(1, '  ', [...goodKeys, ...oddKeys])),
    fc.option(fc.tuple(fc.nat(), fc.constantFrom(...intrusions)), { freq: 8 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([body, intrusion, lineEnd]) => {
    const at = intrusion === null ? 0 : intrusion[0] % body.length;
    const text = intrusion === null ? body : `${body.slice(0, at)}${intrusion[1]}${body.slice(at)}`;
    return text.replaceAll('\n', lineEnd);
  });

/** Mappings that merge and repeat those above them; now and then one that is not there, or no mapping. */
export const mergingSpecText: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      merges: fc.array(fc.nat(9), { maxLength: 2 }),
      keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 2 }),
      inner: fc.constantFrom('1', '2', '*m0', '{a: 5, <<: *m0}', '[*m0]'),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((members) =>
    members
      .map(({ merges, keys, inner }, index) => {
        const sources = merges.map((at) =>
          at === 9 ? '{g: in, z: 1}' : at === 8 ? '*nope' : `*m${at % Math.max(index, 1)}`,
        );
        const merge = sources.length === 1 ? sources.join('') : `[${sources.join(', ')}]`;
        const own = keys.map((key) => `${key}: ${index === 0 ? 0 : inner}`);
        const lines = index === 0 || sources.length === 0 ? own : [...own, `<<: ${merge}`];
        return `  m${index}: &m${index}\n${lines.map((line) => `    ${line}\n`).join('')}`;
      })
      .join(''),
  );
