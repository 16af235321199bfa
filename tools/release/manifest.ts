/** The part of a package.json that packing looks at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A source of the workspace, and what is built from it. */
const source = /^\.\/src\/(.*)\.ts$/;

/** The manifest of a package as it is installed: built JavaScript with its types in place of the sources. */
export function releasedManifest({ devDependencies: _devDependencies, ...manifest }: Manifest): object {
  const entries = Object.entries(manifest.exports).map(([name, path]) => {
    const built = source.exec(path)?.[1];
    return [
      name,
      built === undefined ? path : { types: `./dist/${built}.d.ts`, default: `./dist/${built}.js` },
    ];
  });
  return { ...manifest, exports: Object.fromEntries(entries), engines: { node: '>=22.18' } };
}

/** A text that names sources by path (a program in `bin`, `executors.json`) as it is among built files. */
export function withBuiltPaths(text: string): string {
  return text
    .replaceAll(/(\.\.?\/)src\/([\w./-]*)\.ts\b/g, '$1dist/$2.js')
    .replaceAll(/(\.\/)src\/([\w./-]*\.json)\b/g, '$1dist/$2');
}

/** Built JavaScript or types that still name a source beside them: what the compiler of TypeScript does not rewrite. */
export function withBuiltNames(text: string): string {
  return text
    .replaceAll(/(new URL\(\s*['"]\.{1,2}\/[^'"]*)\.ts(['"],\s*import\.meta\.url)/g, '$1.js$2')
    .replaceAll(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2');
}
