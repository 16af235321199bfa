/** The most lines that a source file may have; tests and tools included. */
export const mostLines = 300;

/** Paths of the sources that are longer than `most` lines, each with its length. */
export function oversizedFiles(
  sources: ReadonlyMap<string, string>,
  most: number = mostLines,
): readonly { readonly file: string; readonly lines: number }[] {
  return [...sources]
    .map(([file, text]) => ({ file, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > most);
}
