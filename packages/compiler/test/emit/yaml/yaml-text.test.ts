import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from '../../../src/emit/yaml/yaml-text.ts';

test('reads like what a person writes', () => {
  const text = yamlText({
    apiVersion: 'apps/v1',
    metadata: { name: 'api', annotations: {}, labels: { 'app.kubernetes.io/version': '1.24' } },
    spec: {
      replicas: 3,
      args: ['--port=8080', '-v', 'no', ''],
      containers: [
        {
          name: 'api',
          ports: [{ containerPort: 8080 }],
          resources: { limits: { cpu: '100m', memory: '1Gi' } },
        },
      ],
      volumes: [],
      nested: [[1, 2], [{ a: [true] }]],
    },
    script: '#!/bin/sh\nset -e\n\nexec api\n',
  });
  expect(text).toBe(`apiVersion: apps/v1
metadata:
  name: api
  annotations: {}
  labels:
    app.kubernetes.io/version: "1.24"
spec:
  replicas: 3
  args:
  - --port=8080
  - -v
  - "no"
  - ""
  containers:
  - name: api
    ports:
    - containerPort: 8080
    resources:
      limits:
        cpu: 100m
        memory: 1Gi
  volumes: []
  nested:
  - - 1
    - 2
  - - a:
      - true
script: |
  #!/bin/sh
  set -e

  exec api
`);
});

test.each([
  ['plain', 'registry.example/luneo/api:1.24.0', 'registry.example/luneo/api:1.24.0'],
  ['plain', 'say "hello" # not', `'say "hello" # not'`],
  ['plain', 'a#b', 'a#b'],
  ['plain', '10.0.0.0/8', '10.0.0.0/8'],
  ['boolean of YAML 1.1', 'no', '"no"'],
  ['octal', '0644', '"0644"'],
  ['float', '1e10', '"1e10"'],
  ['date', '2024-01-01', '"2024-01-01"'],
  ['sexagesimal', '12:30', '"12:30"'],
  ['merge key', '<<', '"<<"'],
  ['regular expression', String.raw`[a]\.b`, String.raw`'[a]\.b'`],
  ['tab', 'a\tb', String.raw`"a\tb"`],
  ['lines that end in a space', 'a \nb', String.raw`"a \nb"`],
  ['carriage return', 'a\r\nb', String.raw`"a\r\nb"`],
])('quotes as needed: %s', (_case, value, expected) => {
  expect(yamlText({ key: value })).toBe(`key: ${expected}\n`);
});

test('refuses what JSON has no form for', () => {
  expect(() => yamlText({ a: Number.NaN })).toThrow(TypeError);
});

const nasty = [
  'yes',
  'No',
  'ON',
  'y',
  'null',
  '~',
  '',
  ' ',
  '0',
  '007',
  '0o17',
  '0x1F',
  '0b11',
  '1_000',
  '1.',
  '.5',
  '1e3',
  '-.inf',
  '.NaN',
  '2001-12-14t21:59:43.10-05:00',
  '190:20:30',
  '=',
  '<<',
  '!tag',
  '&a',
  '*a',
  '%x',
  '@x',
  '`x',
  '- a',
  '-',
  '?',
  ': a',
  'a: b',
  'a:',
  'a #b',
  '{a}',
  '[a]',
  '---',
  '...',
  '|',
  '>',
  'a\nb',
  'a\nb\n',
  'a\n\n',
  '\na',
  ' a\nb',
  '\ta\nb',
  'a\n\tb',
  'a\tb\n c\n',
  '\u2028',
  '\u0085',
  '\ufeffa',
  '\u0007',
  'é',
  '🚢',
  '\u00a0a',
  'a '.repeat(600),
  'x'.repeat(2000),
  '"',
  "'",
  '\\',
  `"'\\`,
  '\r',
  'a\r\nb\n',
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[-+.\dexo_:,tTzZ ]{0,12}$/),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 4 }).map((map) => ({ ...map })),
  ),
}));

test.each(['1.1', '1.2'] as const)('a YAML %s reader gets back every value', (version) => {
  fc.assert(
    fc.property(tree, (value) => {
      const merge = version === '1.1';
      expect(parse(yamlText({ value }), { version, merge, maxAliasCount: 0 })).toEqual({ value });
    }),
    { numRuns: 1000 },
  );
});
