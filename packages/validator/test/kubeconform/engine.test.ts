import { kubeconformEngine, schemasInMemory, type SchemaTask } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { testEngine } from '../support/engine.ts';

const draft = 'http://json-schema.org/draft-07/schema#';
const closed = (properties: object) =>
  JSON.stringify({ $schema: draft, type: 'object', properties, additionalProperties: false });
const base = { apiVersion: {}, kind: {}, metadata: {} };
const schemas = schemasInMemory({
  schemas: {
    numbers: closed({
      ...base,
      spec: { type: 'object', properties: { size: { type: 'integer', maximum: 5 } } },
    }),
    texts: closed({ ...base, spec: { type: 'string' } }),
    broken: '{"type": "objekt"}',
    garbage: '{"type": ',
    nothing: 'null',
    elsewhere: JSON.stringify({ $schema: draft, $ref: 'https://schemas.invalid/other.json' }),
    outside: JSON.stringify({ $schema: draft, $ref: 'file:///etc/hostname' }),
  },
});
const task = (schema: string, spec: unknown, more: object = {}): SchemaTask => ({
  schema,
  json: JSON.stringify({ apiVersion: 'v1', kind: 'Thing', metadata: { name: 'a' }, spec, ...more }),
});

test('every object gets its own answer, in the order of the tasks', async () => {
  const answers = await testEngine(schemas).check([
    task('numbers', { size: 3 }),
    task('texts', 'x'),
    task('numbers', { size: 9 }),
    task('texts', 3),
    task('numbers', { size: 'x' }, { extra: 1 }),
    task('numbers', {}),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'valid',
    'valid',
    'invalid',
    'invalid',
    'invalid',
    'valid',
  ]);
  expect(answers[4]).toEqual({
    status: 'invalid',
    problems: expect.arrayContaining([
      { path: '/extra', message: "additional properties 'extra' not allowed" },
      { path: '/spec/size', message: 'got string, want integer' },
    ]),
  });
});

test('batches that come at once are answered each with its own', async () => {
  const engine = testEngine(schemas);
  const [first, second, none] = await Promise.all([
    engine.check(Array.from({ length: 300 }, (_, at) => task('numbers', { size: at }))),
    engine.check([task('texts', 'x')]),
    engine.check([]),
  ]);
  expect(first?.map(({ status }) => status === 'valid')).toEqual(
    Array.from({ length: 300 }, (_, at) => at <= 5),
  );
  expect(second).toEqual([{ status: 'valid' }]);
  expect(none).toEqual([]);
});

describe('a schema that cannot be used is an error of its objects only', () => {
  test.each([
    ['absent', /^the schema cannot be read: No schema absent was prepared$/],
    ['broken', /does not compile/],
    ['garbage', /is not JSON/],
    ['nothing', /is null/],
    ['elsewhere', /does not compile/],
    ['outside', /does not compile/],
  ])('%s', async (schema, message) => {
    const answers = await testEngine(schemas).check([
      task('texts', 'x'),
      task(schema, 'x'),
      task('texts', 'y'),
      task(schema, 1),
    ]);
    const error = { status: 'error', message: expect.stringMatching(message) };
    expect(answers).toEqual([{ status: 'valid' }, error, { status: 'valid' }, error]);
  });
});

test('text that YAML reads otherwise than JSON arrives as it is', async () => {
  const texts = [
    'a\u2028b',
    '\u0085',
    '\ufeff',
    '😀',
    '---\n...',
    '{{ x }}',
    '${X}',
    'null',
    '2024-01-01',
    '\u0001',
    '<<',
    '*a',
  ];
  const pinned = schemasInMemory({
    schemas: Object.fromEntries(
      texts.map((value, at) => [`s${at}`, closed({ ...base, spec: { const: value } })]),
    ),
  });
  const answers = await testEngine(pinned).check(texts.map((value, at) => task(`s${at}`, value)));
  expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 'valid'));
});

test('a megabyte goes through in both directions', async () => {
  const large = 'x'.repeat(1 << 20);
  const answers = await testEngine(schemas).check([
    task('texts', large),
    task(
      'numbers',
      Object.fromEntries([['size', 1]]),
      Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`f${at}`, large.slice(0, 100)])),
    ),
    task('texts', large),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['valid', 'invalid', 'valid']);
  expect(answers[1]).toMatchObject({ problems: { length: 5000 } });
});

describe('an engine that fails', () => {
  const failing = (load: () => Promise<Uint8Array>) =>
    kubeconformEngine({ guest: { digest: 'x', load }, schemas });

  test('because its guest cannot be read says so, and answers nothing more', async () => {
    const engine = failing(() => Promise.reject(new Error('no such file.')));
    const failure = { name: 'EngineFailure', message: 'The kubeconform guest did not start: no such file.' };
    await expect(engine.check([task('texts', 'x')])).rejects.toMatchObject(failure);
    await expect(engine.check([task('texts', 'x')])).rejects.toMatchObject(failure);
    await engine.close();
  });

  test('because its guest is no program says so', async () => {
    const engine = failing(async () => new TextEncoder().encode('not WebAssembly'));
    await expect(engine.check([task('texts', 'x')])).rejects.toMatchObject({
      name: 'EngineFailure',
      message: expect.stringMatching(/^The kubeconform guest (did not start|failed): .*\.$/s),
    });
    await engine.close();
  });
});

test('an engine can be closed unused, and twice, and then answers nothing', async () => {
  const engine = testEngine(schemas);
  await engine.close();
  await engine.close();
  await expect(engine.check([task('texts', 'x')])).rejects.toThrow('was closed before it was asked');
});
