import type { ResolvedFleet } from '../resolved/fleet.ts';
import { emitArgoCd } from './argo-cd/index.ts';
import { emitDocuments } from './documents/emit-documents.ts';
import { joinTrees, type FileTree } from './file-tree.ts';
import { emitKustomize } from './kustomize/emit-kustomize.ts';

/** The whole tree of a fleet: Kustomize, the engine's objects, and the documents. */
export function emit(fleet: ResolvedFleet): FileTree {
  return joinTrees([emitKustomize(fleet), emitArgoCd(fleet), emitDocuments(fleet)]);
}
