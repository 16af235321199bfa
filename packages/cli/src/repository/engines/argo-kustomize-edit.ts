import { posix } from 'node:path';
import { fieldAt, listAt, recordAt, textAt } from '@seatrial/validator';
import type { KustomizationEdit } from '../../kustomize/build-request.ts';
import { withoutEmpty } from './flux-edit.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What Argo CD changes in a kustomization with `kustomize edit` before it builds it; undefined: nothing. Source: Argo CD's
 * documentation, "Kustomize", and util/kustomize/kustomize.go of v3.4.
 */
export function argoKustomizeEdit(
  options: unknown,
  folder: string,
  { repository }: Surroundings,
): KustomizationEdit | undefined {
  const set = Object.fromEntries(
    ['namePrefix', 'nameSuffix', 'namespace']
      .map((field) => [field, textAt(options, field)] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const mayLack = fieldAt(options, 'ignoreMissingComponents') === true;
  const components = listAt(options, 'components').filter(
    (path) => typeof path !== 'string' || !mayLack || repository.hasFolder(posix.join(folder, path)),
  );
  const labels = recordAt(options, 'commonLabels');
  const isPlain = fieldAt(options, 'labelWithoutSelector') === true;
  const plain = {
    pairs: labels,
    includeSelectors: false,
    includeTemplates: fieldAt(options, 'labelIncludeTemplates') === true,
  };
  const append = withoutEmpty({
    patches: listAt(options, 'patches'),
    components,
    labels: isPlain && Object.keys(labels).length > 0 ? [plain] : [],
  });
  const merge = Object.fromEntries(
    [
      ['commonLabels', isPlain ? {} : labels] as const,
      ['commonAnnotations', recordAt(options, 'commonAnnotations')] as const,
    ].filter(([, map]) => Object.keys(map).length > 0),
  );
  const named = Object.fromEntries(
    [
      ['images', listAt(options, 'images').flatMap(imageOf)] as const,
      ['replicas', listAt(options, 'replicas').flatMap(replicasOf)] as const,
    ].filter(([, list]) => list.length > 0),
  );
  const edit = Object.fromEntries(
    Object.entries({ set, append, merge, named }).filter(([, part]) => Object.keys(part).length > 0),
  );
  return Object.keys(edit).length === 0 ? undefined : edit;
}

/** `name=new-name:tag@digest`, with everything but the name optional. */
function imageOf(image: unknown): readonly Readonly<Record<string, string>>[] {
  if (typeof image !== 'string') return [];
  const equals = image.indexOf('=');
  const rest = image.slice(equals + 1);
  const [, newName = '', newTag, digest] = /^(.*?)(?::([^/@]+))?(?:@(.+))?$/.exec(rest) ?? [];
  const name = equals === -1 ? newName : image.slice(0, equals);
  return [
    {
      name,
      ...(equals === -1 ? {} : { newName }),
      ...(newTag === undefined ? {} : { newTag }),
      ...(digest === undefined ? {} : { digest }),
    },
  ];
}

function replicasOf(entry: unknown): readonly Readonly<Record<string, unknown>>[] {
  const name = textAt(entry, 'name');
  const count = Number(fieldAt(entry, 'count'));
  return name === undefined || !Number.isInteger(count) ? [] : [{ name, count }];
}
