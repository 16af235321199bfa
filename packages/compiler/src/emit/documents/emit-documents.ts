import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FileTree } from '../file-tree.ts';
import { drRunbook } from './dr-runbook.ts';
import { initialDeployment } from './initial-deployment.ts';
import { secretRotation } from './secret-rotation.ts';

/** What an operator of the fleet needs at three in the morning, from the model alone. */
export function emitDocuments(fleet: ResolvedFleet): FileTree {
  const documents = [
    ['docs/DR_RUNBOOK.md', drRunbook(fleet)],
    ['docs/INITIAL_DEPLOYMENT.md', initialDeployment(fleet)],
    ['docs/SECRET_ROTATION.md', secretRotation(fleet)],
  ] as const;
  const files = new Map<string, string>();
  for (const [path, text] of documents) if (text !== undefined) files.set(path, text);
  return files;
}
