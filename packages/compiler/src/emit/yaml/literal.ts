/**
 * No line ends in a space (editors strip it, and emitters of readers then fall back to quotes), the first line neither
 * is empty nor starts with a space (it would need an indentation indicator, which readers get wrong), and nothing is
 * unprintable.
 */
const literalShape = /^(?!\s)(?:[^\p{C}\p{Z}]|[ \t](?!\n|$)|\n)*$/u;

/** Header of the block literal that holds a text of several lines exactly, or undefined where only quotes do. */
export function literalHeader(text: string): '|' | '|-' | undefined {
  if (!text.includes('\n') || text.length < 2 || text.endsWith('\n\n') || !literalShape.test(text))
    return undefined;
  return text.endsWith('\n') ? '|' : '|-';
}

/** The lines of a block literal, indented; empty lines stay empty. */
export function literalBody(text: string, indent: string): string {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return body.replaceAll(/^(?=.)/gmu, indent);
}
