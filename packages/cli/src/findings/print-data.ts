import { stringify } from 'yaml';

/** Prints a value to stdout, with a line end. */
export function printData(value: unknown, output: 'json' | 'yaml'): void {
  // Aliases would make the text of one part depend on another part.
  const text =
    output === 'yaml'
      ? stringify(value, { aliasDuplicateObjects: false })
      : `${JSON.stringify(value, undefined, 2)}\n`;
  process.stdout.write(text);
}
