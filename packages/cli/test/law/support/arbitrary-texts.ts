import fc from 'fast-check';

/** Strings that some YAML reader, or kustomize, takes for something else. */
const nastyTexts = [
  'no',
  'Yes',
  'y',
  'null',
  '~',
  '',
  ' ',
  '0644',
  '0o17',
  '1e10',
  '0x1F',
  '1_000',
  '12:30',
  '2024-01-01',
  '.inf',
  '<<',
  '=',
  '- a',
  'a: b',
  'a #b',
  '{{ x }}',
  '[a]',
  '$(VAR)',
  '$patch',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a',
  '|',
  '>',
  '"',
  "'",
  '\\',
  'line\nline',
  'line\nline\n',
  'line\n\n\n',
  '\nline\n',
  '  line\nline\n',
  'line \nline',
  'line\n\tline\n',
  '\tline\nline',
  'a\r\nb\n',
  'a\tb',
  'é',
  '🚢',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0007',
  'x '.repeat(100),
  'x'.repeat(1500),
  '#!/bin/sh\nset -e\n\nexec "$@"\n',
  'true',
  '5',
  '-5',
  '1.5',
  'a~1b/c',
];
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'debug', 'info', 'http') },
  { weight: 2, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
export const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c') },
  fc.constantFrom(
    'no',
    '0644',
    'a/b',
    'a~b',
    'x.y/z',
    '5',
    'null',
    'name',
    'a b',
    '~1',
    'true',
    '-',
    '$patch',
  ),
);
export const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('api', 'web', 'db') },
  fc.constantFrom('0644', 'no', 'a.b', 'axb', '1e10', 'default', '5'),
);
export const image = fc
  .record({
    name: fc.constantFrom(
      'registry.example/luneo/api',
      'registry.example/luneo/web',
      'registryxexample/luneo/api',
      'redis',
      'localhost:5000/api',
      'odd+name',
    ),
    tag: fc.constantFrom('', ':1.24', ':1.25.0', ':latest', ':0644'),
    digest: fc.constantFrom('', '', '', `@sha256:${'ab'.repeat(32)}`, `@sha512:${'ab'.repeat(64)}`),
  })
  .map(({ name: path, tag, digest }) => path + tag + digest);

/** Any JSON value, empty maps and lists, nulls and odd keys included. */
export const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    text,
    fc.constantFrom(0, 1, -1, 5, 1.5, 1e21, 2 ** 40, true, false, null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3 }),
    fc.array(fc.record({ name: text, value: tie('json') }), { maxLength: 3 }),
  ),
}));

/** kustomize writes all annotations anew as block literals, and cannot read back one of several lines that starts with a tab. */
export function isReadableAnnotation(value: unknown): boolean {
  return !(typeof value === 'string' && value.startsWith('\t') && value.includes('\n'));
}

export const labels = fc.dictionary(
  fc.constantFrom('app', 'tier', 'app.kubernetes.io/name', 'version'),
  fc.constantFrom('a', 'b', 'no', '5', ''),
  { maxKeys: 3 },
);
export const annotations = fc.dictionary(
  fc.constantFrom('a', 'x.y/z', 'checksum/config'),
  text.filter(isReadableAnnotation),
  { minKeys: 1, maxKeys: 3 },
);
