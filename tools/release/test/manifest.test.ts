import { expect, test } from 'vitest';
import { releasedManifest, withBuiltNames, withBuiltPaths } from '../manifest.ts';

test('exports name what is built, and what only development needs is gone', () => {
  const manifest = {
    name: '@seatrial/nx-plugin',
    version: '0.1.0',
    exports: { '.': './src/index.ts', './executors.json': './executors.json' },
    executors: './executors.json',
    devDependencies: { yaml: '2.9.1' },
  };
  expect(releasedManifest(manifest)).toEqual({
    name: '@seatrial/nx-plugin',
    version: '0.1.0',
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './executors.json': './executors.json',
    },
    executors: './executors.json',
    engines: { node: '>=22.18' },
  });
});

test('programs and lists of executors name built files', () => {
  expect(withBuiltPaths("await import('../src/main.ts');")).toBe("await import('../dist/main.js');");
  expect(withBuiltPaths('"./src/executors/validate.ts#batch", "./src/executors/schema.json"')).toBe(
    '"./dist/executors/validate.js#batch", "./dist/executors/schema.json"',
  );
});

test('built files name built files beside them, and no other text changes', () => {
  const worker = "new Worker(new URL('./model-worker.ts', import.meta.url), {})";
  expect(withBuiltNames(worker)).toBe("new Worker(new URL('./model-worker.js', import.meta.url), {})");
  expect(withBuiltNames("export type { A } from './a.ts';")).toBe("export type { A } from './a.js';");
  expect(withBuiltNames("type B = import('../b.ts').B;")).toBe("type B = import('../b.js').B;");
  for (const text of [
    "join(folder, 'fleet.ts')",
    '`${folder}/fleet.ts`',
    "import x from 'some-package/file.ts'",
  ])
    expect(withBuiltNames(text)).toBe(text);
});
