import { posix } from 'node:path';
import type { Repository } from '../files/repository.ts';
import { isError } from '../findings/finding-at.ts';
import type { Content } from '../render/content.ts';
import { isSyntaxDoubt } from '../render/kustomize-problems.ts';
import type { Survey } from '../survey/survey.ts';
import type { Unit } from '../engines/unit.ts';

/** What people apply by hand as far as the files tell: a kustomization that no other one uses, or one manifest. */
export interface Seed {
  /** The kustomization file or the manifest. */
  readonly file: string;
  readonly unit: Unit;
}

/** Each root and each loose manifest; manifests of one folder are one unit on one cluster, named by the folder. */
export function seedsOf({ graph, manifests }: Survey, repository: Repository): readonly Seed[] {
  const roots = graph.roots.map((folder) => ({
    file: graph.at(folder)?.file ?? folder,
    unit: byHand(folder, [{ folder }]),
  }));
  const loose = manifests.map((file) => ({ file, unit: byHand(posix.dirname(file), [manifest(file)]) }));
  return [...roots, ...loose];

  /** A manifest whose syntax is in doubt is read by kustomize, as go-yaml reads it. */
  function manifest(file: string): Content {
    const folder = posix.dirname(file);
    const errors = repository.source(file).findings.filter(isError);
    const isDoubtful = errors.length > 0 && errors.every(isSyntaxDoubt) && graph.at(folder) === undefined;
    return isDoubtful ? { folder, edit: { create: [`./${posix.basename(file)}`] } } : { files: [file] };
  }
}

function byHand(folder: string, contents: Unit['contents']): Unit {
  return { name: folder, engine: 'hand', cluster: folder, contents, notRendered: [], findings: [] };
}
