import { readFile } from 'node:fs/promises';

/**
 * The last lines of log files, oldest first. With `about`, those that name it come first and the very last ones after
 * them. A file that is not there yet has no lines.
 */
export async function lastLines(
  paths: readonly string[],
  { about, count = 40 }: { readonly about?: string | undefined; readonly count?: number } = {},
): Promise<string> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => '')));
  const parts = texts.map((text, index) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const naming = about === undefined ? [] : lines.filter((line) => line.includes(about)).slice(-count);
    const last = lines.slice(-count).filter((line) => !naming.includes(line));
    return { path: paths[index] ?? '', naming, last };
  });
  return [
    ...parts.flatMap(({ naming }) => naming),
    ...parts.flatMap(({ path, last }) => (last.length > 0 ? [`--- ${path}`, ...last] : [])),
  ].join('\n');
}

/** What is to be said of a process, and below it the last lines that it wrote. */
export async function withLastLines(said: string, { log }: { readonly log: string }): Promise<string> {
  const lines = await lastLines([log], { count: 15 });
  return lines === '' ? `${said}. It wrote nothing` : `${said}. Its last lines:\n${lines}`;
}
