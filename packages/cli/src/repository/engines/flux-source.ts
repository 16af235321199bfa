import { pathFrom, textAt, type LocatedObject } from '@seatrial/validator';
import type { Surroundings } from './surroundings.ts';

/** Whether a Flux Kustomization syncs from this repository; if not, what it syncs from, as a clause. */
export type FluxSource = { readonly isThis: true } | { readonly isThis: false; readonly reason: string };

/**
 * Bootstrap makes the source that syncs the repository itself, often without writing it to git: a source that is
 * written nowhere, or is called flux-system, is this repository where the path exists in it.
 */
export function fluxSource({ object, place }: LocatedObject, around: Surroundings): FluxSource {
  const kind = textAt(object, 'spec', 'sourceRef', 'kind') ?? 'GitRepository';
  const name = textAt(object, 'spec', 'sourceRef', 'name') ?? '';
  const own = textAt(object, 'metadata', 'namespace') ?? 'flux-system';
  const namespace = textAt(object, 'spec', 'sourceRef', 'namespace') ?? own;
  if (name === 'flux-system') return { isThis: true };
  const source = around.find(place.cluster, kind, namespace, name);
  const url = textAt(source, 'spec', 'url');
  if (source === undefined) {
    const path = pathFrom('.', textAt(object, 'spec', 'path') ?? './');
    if (path !== undefined && path !== '.' && around.repository.hasFolder(path)) return { isThis: true };
    return { isThis: false, reason: `the source ${kind} ${namespace}/${name} is not in this repository` };
  }
  if (kind === 'GitRepository' && url !== undefined && around.view.isThis(url)) return { isThis: true };
  return { isThis: false, reason: `another repository is synced${url === undefined ? '' : `: ${url}`}` };
}
