import { posix } from 'node:path';
import type { Finding, SourcePlace } from '@seatrial/compiler';
import { listAt, textAt } from '@seatrial/validator';
import type { Repository } from '../files/repository.ts';
import { codes } from '../findings/codes.ts';
import type { Kustomization } from '../kustomizations/kustomization.ts';
import type { About } from './explain-build-error.ts';

/** The finding at the patch, or at the two files, that kustomize's error is about; as it is where they are not found. */
export function placeBuildError(
  finding: Finding,
  about: About,
  reach: readonly Kustomization[],
  repository: Repository,
): Finding {
  if (finding.code === codes.objectTwice) {
    const places = reach.flatMap((one) => placesOf(about, one, repository));
    const [first, second] = places;
    if (first === undefined || second === undefined) return finding;
    const sentence = `${about.kind} ${about.name} comes twice, also in ${first.file}:${first.line}.`;
    return { ...finding, sentence, place: { source: second } };
  }
  const patch = reach.flatMap((one) => patchesFor(about, one, repository))[0];
  return patch === undefined ? finding : { ...finding, place: { source: patch } };
}

function placesOf(
  { kind, name }: About,
  { resources }: Kustomization,
  repository: Repository,
): readonly SourcePlace[] {
  return resources.filter(repository.hasFile).flatMap((file) =>
    repository
      .source(file)
      .objects.filter(({ object }) => object['kind'] === kind && textAt(object, 'metadata', 'name') === name)
      .map(({ locate }) => ({ file, ...locate('') })),
  );
}

function patchesFor(
  { kind, name }: About,
  { folder, file, fields }: Kustomization,
  repository: Repository,
): readonly SourcePlace[] {
  const isInline = (text: string | undefined): boolean =>
    text !== undefined &&
    text.includes('\n') &&
    text.includes(`kind: ${kind}`) &&
    text.includes(`name: ${name}`);
  const inFile = (path: string | undefined): readonly SourcePlace[] => {
    const named = path === undefined || path.includes('\n') ? undefined : posix.join(folder, path);
    if (named === undefined || !repository.hasFile(named)) return [];
    return repository
      .documents(named)
      .documents.filter(
        ({ value }) => textAt(value, 'kind') === kind && textAt(value, 'metadata', 'name') === name,
      )
      .map(({ locate }) => ({ file: named, ...locate('') }));
  };
  const inKustomization = (pointer: string): readonly SourcePlace[] =>
    repository
      .documents(file)
      .documents.slice(0, 1)
      .map(({ locate }) => ({ file, ...locate(pointer) }));
  return [
    ...listAt(fields, 'patches').flatMap((patch, index) =>
      isInline(textAt(patch, 'patch')) ? inKustomization(`/patches/${index}`) : inFile(textAt(patch, 'path')),
    ),
    ...listAt(fields, 'patchesStrategicMerge').flatMap((patch, index) => {
      const text = typeof patch === 'string' ? patch : undefined;
      return isInline(text) ? inKustomization(`/patchesStrategicMerge/${index}`) : inFile(text);
    }),
  ];
}
