import { posix } from 'node:path';
import { fieldAt, listAt, textAt } from '@seatrial/validator';
import type { KustomizationEdit } from '../../kustomize/build-request.ts';
import { filesThatFluxLists } from './flux-files.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What kustomize-controller changes in the kustomization of a folder before it builds it; undefined: nothing. Source:
 * github.com/fluxcd/pkg/kustomize v1.44.0, kustomize_generator.go.
 */
export function fluxEdit(
  object: unknown,
  folder: string,
  around: Surroundings,
): KustomizationEdit | undefined {
  const set = Object.fromEntries(
    [
      ['namespace', textAt(object, 'spec', 'targetNamespace')],
      ['namePrefix', textAt(object, 'spec', 'namePrefix')],
      ['nameSuffix', textAt(object, 'spec', 'nameSuffix')],
    ].filter((entry) => entry[1] !== undefined),
  ) as Record<string, string>;
  const mayLack = fieldAt(object, 'spec', 'ignoreMissingComponents') === true;
  const components = listAt(object, 'spec', 'components').filter(
    (path) => typeof path !== 'string' || !mayLack || around.repository.hasFolder(posix.join(folder, path)),
  );
  const append = withoutEmpty({ patches: listAt(object, 'spec', 'patches'), components });
  const images = listAt(object, 'spec', 'images').filter(isNamed);
  const create = around.graph.at(folder) === undefined ? filesThatFluxLists(folder, around) : undefined;
  const edit = {
    ...(create === undefined ? {} : { create }),
    ...(Object.keys(set).length === 0 ? {} : { set }),
    ...(Object.keys(append).length === 0 ? {} : { append }),
    ...(images.length === 0 ? {} : { named: { images } }),
  };
  return Object.keys(edit).length === 0 ? undefined : edit;
}

export function withoutEmpty(
  lists: Readonly<Record<string, readonly unknown[]>>,
): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return textAt(value, 'name') !== undefined;
}
