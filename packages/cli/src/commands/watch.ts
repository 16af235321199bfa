import { join, relative } from 'node:path';
import { reportError } from '../error-boundary.ts';
import { startModels } from '../load/start-models.ts';
import { watchChanges } from '../watch/changes.ts';
import { tellChanges } from '../watch/tell-changes.ts';
import { findWorkspace } from '../workspace/workspace.ts';
import { compile } from './compile.ts';

/** Milliseconds without a change after which a compile begins. */
const settling = 100;

/** `seatrial compile --watch`: compiles, then again whenever something in `environments/` changes, until it is interrupted. */
export async function watch(fleets: readonly string[]): Promise<number> {
  const { root } = findWorkspace(process.cwd());
  const folder = join(root, 'environments');
  const changes = watchChanges(folder, settling);
  await compileSafely(fleets);
  process.stderr.write(`Watching ${relative(process.cwd(), folder) || folder}; Ctrl-C ends it.\n`);
  for (;;) {
    const { paths } = await changes.next();
    tellChanges(paths, root);
    await compileSafely(fleets);
  }
}

async function compileSafely(fleets: readonly string[]): Promise<void> {
  try {
    await compile(await startModels(fleets), { list: true });
  } catch (error) {
    await reportError(error);
  }
}
