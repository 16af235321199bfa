const shortEscapes: Readonly<Record<string, string>> = {
  '\0': String.raw`\0`,
  '\t': String.raw`\t`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
};

/** Whatever may not stand in a quoted scalar as it is: controls, odd spaces, half a surrogate pair. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Z} ]/u;
const escaped = /["\\\p{C}\p{Zl}\p{Zp}]|[^\P{Z} ]/gu;

/** A string in quotes, on one line: in single quotes where that saves escapes, otherwise in double quotes. */
export function quoted(text: string): string {
  if (unprintable.test(text)) return `"${text.replace(escaped, escape)}"`;
  if (/["\\]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text}"`;
}

function escape(char: string): string {
  const short = shortEscapes[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  return code > 0xff_ff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
