import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * From now on notes which files and folders this thread imports and reads, by absolute path; also those that are not
 * there. The set that is returned grows.
 */
export function recordFiles(): ReadonlySet<string> {
  const files = new Set<string>();
  const note = (path: unknown): void => {
    if (path instanceof URL) note(path.href);
    else if (typeof path !== 'string') return;
    else if (path.startsWith('file:')) files.add(fileURLToPath(path));
    else if (!path.startsWith('node:')) files.add(resolve(path));
  };
  registerHooks({
    resolve(specifier, context, next) {
      // A file that an import names and that is not there is one to wait for.
      if (/^\.{1,2}\//.test(specifier) && context.parentURL !== undefined)
        note(new URL(specifier, context.parentURL));
      const resolved = next(specifier, context);
      if (resolved.url.startsWith('file:')) note(resolved.url);
      return resolved;
    },
  });
  for (const holder of [fs, fs.promises]) {
    for (const name of ['readFile', 'readFileSync', 'readdir', 'readdirSync'] as const) {
      const original: unknown = Reflect.get(holder, name);
      if (typeof original !== 'function') continue;
      Reflect.set(holder, name, (path: unknown, ...rest: readonly unknown[]): unknown => {
        note(path);
        return Reflect.apply(original, holder, [path, ...rest]) as unknown;
      });
    }
  }
  syncBuiltinESMExports();
  return files;
}
