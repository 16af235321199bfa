import type { Finding, SourcePlace } from '@seatrial/compiler';
import { fieldAt, isRecord, isRemote, listAt, pathFrom, pathsRead, textAt } from '@seatrial/validator';
import type { Repository } from '../files/repository.ts';
import { codes } from '../findings/codes.ts';
import { placeIn } from '../findings/finding-at.ts';
import type { Kustomization } from '../kustomizations/kustomization.ts';
import type { About } from './explain-build-error.ts';

/** The finding at the patch, or at the two files, that kustomize's error is about; as it is where they are not found. */
export function placeBuildError(
  finding: Finding,
  about: About,
  reach: readonly Kustomization[],
  repository: Repository,
): Finding {
  if (about.of === 'object' && finding.code === codes.objectTwice) {
    const places = reach.flatMap((one) => placesOf(about, one, repository));
    const [first, second] = places;
    if (first === undefined || second === undefined) return finding;
    const sentence = `${about.kind} ${about.name} comes twice, also in ${first.file}:${first.line}.`;
    return { ...finding, sentence, place: { source: second } };
  }
  if (about.of === 'nameless') {
    const [source] = reach.flatMap((one) => namelessIn(about.kind, one, repository));
    return source === undefined ? finding : { ...finding, place: { source } };
  }
  if (about.of === 'document') return { ...finding, place: { source: documentOf(about.path, repository) } };
  const find =
    about.of === 'file'
      ? (one: Kustomization) => entriesFor(about.path, one, repository)
      : (one: Kustomization) => patchesFor(about, one, repository);
  const [source] = reach.flatMap(find);
  return source === undefined ? finding : { ...finding, place: { source } };
}

type AboutObject = Extract<About, { of: 'object' }>;

function placesOf(
  { kind, name }: AboutObject,
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

function namelessIn(
  kind: string,
  { resources }: Kustomization,
  repository: Repository,
): readonly SourcePlace[] {
  return resources.filter(repository.hasFile).flatMap((file) =>
    repository
      .source(file)
      .objects.filter(({ object }) => object['kind'] === kind && !textAt(object, 'metadata', 'name'))
      .map(({ locate }) => ({ file, ...locate('/metadata') })),
  );
}

function documentOf(path: string, repository: Repository): SourcePlace {
  const found = repository
    .documents(path)
    .documents.find(({ value }) => !isRecord(fieldAt(value, 'metadata')));
  return { file: path, ...found?.locate('') };
}

function entriesFor(
  path: string,
  { folder, file, fields }: Kustomization,
  repository: Repository,
): readonly SourcePlace[] {
  return pathsRead(fields)
    .filter(({ entry }) => !isRemote(entry) && pathFrom(folder, entry) === path)
    .map(({ pointer }) => placeIn(repository, file, pointer));
}

/** The patches that are for an object, or hold an operation, in the order of the kustomization. */
function patchesFor(
  about: Exclude<About, { of: 'file' | 'nameless' | 'document' }>,
  { folder, file, fields }: Kustomization,
  repository: Repository,
): readonly SourcePlace[] {
  const words =
    about.of === 'object' ? [`kind: ${about.kind}`, `name: ${about.name}`] : [`path: ${about.path}`];
  const inPlace = (pointer: string, text: string): readonly SourcePlace[] =>
    words.every((word) => text.includes(word)) ? [placeIn(repository, file, pointer)] : [];
  const inFile = (path: string): readonly SourcePlace[] => {
    const named = pathFrom(folder, path);
    if (named === undefined || !repository.hasFile(named)) return [];
    return repository
      .documents(named)
      .documents.flatMap(({ value, locate }) =>
        (about.of === 'object' ? pointerOfObject(value, about) : pointerOfOperation(value, about.path)).map(
          (pointer) => ({ file: named, ...locate(pointer) }),
        ),
      );
  };
  return ['patches', 'patchesJson6902', 'patchesStrategicMerge'].flatMap((field) =>
    listAt(fields, field).flatMap((patch, index) => {
      const text = typeof patch === 'string' ? patch : textAt(patch, 'patch');
      const path = textAt(patch, 'path');
      if (path !== undefined) return inFile(path);
      if (text === undefined) return [];
      return text.includes('\n') ? inPlace(`/${field}/${index}`, text) : inFile(text);
    }),
  );
}

function pointerOfObject(value: unknown, { kind, name }: AboutObject): readonly string[] {
  return textAt(value, 'kind') === kind && textAt(value, 'metadata', 'name') === name ? [''] : [];
}

function pointerOfOperation(value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((operation: unknown, index) =>
    textAt(operation, 'path') === path ? [`/${index}`] : [],
  );
}
