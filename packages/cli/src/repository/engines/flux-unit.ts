import { fieldAt, pathFrom, recordAt, textAt, type LocatedObject } from '@seatrial/validator';
import { codes } from '../findings/codes.ts';
import { findingAt } from '../findings/finding-at.ts';
import type { KustomizeContent } from '../render/content.ts';
import { fluxEdit } from './flux-edit.ts';
import { fluxSource } from './flux-source.ts';
import { fluxVariables } from './flux-variables.ts';
import { placeOfField } from './place-of-field.ts';
import type { Surroundings } from './surroundings.ts';
import type { Unit } from './unit.ts';

/** What a Flux Kustomization syncs, on the cluster that it is itself on or on another one. */
export function fluxUnit(located: LocatedObject, around: Surroundings): Unit {
  const { object, place } = located;
  const namespace = textAt(object, 'metadata', 'namespace') ?? 'flux-system';
  const title = `Kustomization ${namespace}/${textAt(object, 'metadata', 'name') ?? ''}`;
  const remote = textAt(object, 'spec', 'kubeConfig', 'secretRef', 'name');
  const unit = {
    name: `${title} of ${place.cluster}`,
    engine: 'flux' as const,
    cluster: remote ?? place.cluster,
    contents: [],
    notRendered: [],
    findings: [],
    decrypts: fieldAt(object, 'spec', 'decryption', 'provider') === 'sops',
  };
  const source = fluxSource(located, around);
  const target = textAt(object, 'spec', 'targetNamespace');
  if (!source.isThis) {
    const namespaces = target === undefined ? {} : { namespaces: [target] };
    return {
      ...unit,
      notRendered: [{ kind: 'elsewhere', what: title, reason: source.reason, ...namespaces }],
    };
  }
  const path = textAt(object, 'spec', 'path') ?? './';
  const folder = pathFrom('.', path.replace(/^\/+/, ''));
  if (folder === undefined || !around.repository.hasFolder(folder)) {
    const finding = findingAt(
      codes.missingPath,
      placeOfField(located, '/spec/path'),
      `${title} syncs ${path}, which is not in this repository.`,
      'Correct spec.path, which counts from the root of the source.',
    );
    return {
      ...unit,
      findings: [finding],
      notRendered: [{ kind: 'broken', what: title, reason: 'the path is not there' }],
    };
  }
  const variables = fluxVariables(located, around);
  const edit = fluxEdit(object, folder, around);
  const content: KustomizeContent = {
    folder,
    anyFile: true,
    ...(edit === undefined ? {} : { edit }),
    ...(variables === undefined ? {} : { substitute: { variables: variables.known } }),
  };
  const common = recordAt(object, 'spec', 'commonMetadata');
  return {
    ...unit,
    contents: [content],
    findings: variables?.findings ?? [],
    ...(Object.keys(common).length === 0
      ? {}
      : {
          commonMetadata: {
            labels: textsOf(fieldAt(common, 'labels')),
            annotations: textsOf(fieldAt(common, 'annotations')),
          },
        }),
    ...(variables === undefined ? {} : { unknownVariables: variables.unknown }),
  };
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(recordAt(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
