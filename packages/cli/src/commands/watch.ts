import { join, relative } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { reportError } from '../error-boundary.ts';
import { startModels } from '../load/start-models.ts';
import { findWorkspace } from '../workspace/workspace.ts';
import { compile } from './compile.ts';

/** Milliseconds without a change after which a compile begins: editors save in several steps. */
const settleTime = 100;

/** `seatrial compile --watch`: compiles, then again whenever something in `environments/` changes, until it is interrupted. */
export async function watch(fleets: readonly string[]): Promise<number> {
  const { root } = findWorkspace(process.cwd());
  const folder = join(root, 'environments');
  const changed = new Set<string>();
  let running: Promise<unknown> = compileSafely(fleets);
  let timer: NodeJS.Timeout | undefined;

  const begin = (): void => {
    const names = [...changed].map((path) => relative(root, path));
    changed.clear();
    process.stderr.write(
      `Changed: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}\n`,
    );
    // One after the other: a change during a compile starts the next one after it.
    running = running.then(() => compileSafely(fleets));
  };
  const watcher = watchFiles(folder, {
    ignoreInitial: true,
    ignored: (path) => /(^|\/)(node_modules|\.[^/]+)$/.test(path),
  });
  watcher.on('all', (_, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(begin, settleTime);
  });
  await running;
  process.stderr.write(`Watching ${relative(process.cwd(), folder) || folder}; Ctrl-C ends it.\n`);
  // The interrupt ends the process; until then there is always another change to wait for.
  return new Promise((_, reject) => watcher.on('error', reject));
}

async function compileSafely(fleets: readonly string[]): Promise<void> {
  try {
    await compile(await startModels(fleets), { list: true });
  } catch (error) {
    await reportError(error);
  }
}
