import { relative } from 'node:path';

/** Files that are named one by one; more are counted. */
const mostNamed = 3;

/** Says on stderr which files have changed. */
export function tellChanges(paths: readonly string[], root: string): void {
  const names = paths.map((path) => relative(root, path));
  const named = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  process.stderr.write(`Changed: ${named}${more}\n`);
}
