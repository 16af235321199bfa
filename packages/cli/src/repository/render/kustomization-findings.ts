import { posix } from 'node:path';
import { didYouMean, type Finding } from '@seatrial/compiler';
import { fieldAt, isRemote, kustomizationNames, listAt, pathFrom, pathsRead } from '@seatrial/validator';
import { codes } from '../findings/codes.ts';
import { findingAt, placeIn } from '../findings/finding-at.ts';
import { isBelow, type Repository } from '../files/repository.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { Kustomization } from '../kustomizations/kustomization.ts';
import { knownFields, listFields } from '../kustomizations/known-fields.ts';

/** What is wrong with a kustomization file itself, each at its line: what kustomize would say without one. */
export function kustomizationFindings(
  one: Kustomization,
  graph: KustomizationGraph,
  repository: Repository,
): readonly Finding[] {
  const read = repository.documents(one.file).findings;
  if (read.some(({ severity }) => severity === 'error')) return read;
  return [
    ...read,
    ...shapeFindings(one, repository),
    ...entryFindings(one, graph, repository),
    ...imageFindings(one, repository),
  ];
}

function shapeFindings({ file, folder, fields }: Kustomization, repository: Repository): readonly Finding[] {
  const found: Finding[] = [];
  const say = (pointer: string, sentence: string, hint: string): void =>
    void found.push(
      findingAt(codes.malformedKustomization, placeIn(repository, file, pointer), sentence, hint),
    );
  const names = kustomizationNames.filter((name) => repository.hasFile(posix.join(folder, name)));
  if (names.length > 1)
    say(
      '',
      `The folder ${folder} has ${names.join(' and ')}, and kustomize takes only one.`,
      'Keep one of them.',
    );
  const keys = Object.keys(fields);
  if (keys.length === 0) say('', `${file} is empty.`, 'List the resources, or delete the file.');
  for (const key of keys.filter((key) => !knownFields.includes(key)))
    say(`/${key}`, `kustomize does not know the field ${key}.`, didYouMean(key, knownFields));
  for (const key of listFields)
    if (fields[key] !== undefined && fields[key] !== null && !Array.isArray(fields[key]))
      say(`/${key}`, `${key} is not a list.`, 'Begin each entry with a dash.');
  return found;
}

function entryFindings(
  { file, folder, fields }: Kustomization,
  graph: KustomizationGraph,
  repository: Repository,
): readonly Finding[] {
  return pathsRead(fields).flatMap(({ pointer, entry, holds }) => {
    // The values of a chart may come with the chart.
    if (isRemote(entry) || holds === 'values') return [];
    const [takesFolders, isComponent] = [holds !== 'file', holds === 'component'];
    const at = (): ReturnType<typeof placeIn> => placeIn(repository, file, pointer);
    const path = pathFrom(folder, entry);
    if (path === undefined)
      return [
        findingAt(
          codes.outside,
          at(),
          `${entry} leads out of the repository.`,
          'Copy what is needed into the repository.',
        ),
      ];
    if (repository.hasFile(path)) return [];
    if (!repository.hasFolder(path) || !takesFolders) {
      const sentence = `There is no file ${takesFolders ? 'or folder ' : ''}${path}.`;
      return [findingAt(codes.missingFile, at(), sentence, 'Correct the path or take the entry out.')];
    }
    if (isBelow(folder, path) || graph.reach(path).some((one) => one.folder === folder)) {
      const sentence = isBelow(folder, path)
        ? `${path} is a folder that this kustomization is itself a part of.`
        : `${path} is itself made of ${folder}.`;
      return [findingAt(codes.cycle, at(), sentence, 'Take one of the entries out.')];
    }
    const base = graph.at(path);
    if (base === undefined)
      return [
        findingAt(
          codes.missingFile,
          at(),
          `The folder ${path} has no kustomization.yaml.`,
          'Add one, or list the files of the folder.',
        ),
      ];
    if (base.isComponent === isComponent) return [];
    const sentence = isComponent ? `${path} is no Component.` : `${path} is a Component.`;
    const hint = isComponent ? 'List it in resources.' : 'List it in components.';
    return [findingAt(codes.malformedKustomization, at(), sentence, hint)];
  });
}

/** kustomize takes the name of an image for a regular expression, and crashes on one that does not compile. */
function imageFindings({ file, fields }: Kustomization, repository: Repository): readonly Finding[] {
  return listAt(fields, 'images').flatMap((image, index) => {
    const name = fieldAt(image, 'name');
    if (typeof name !== 'string' || compiles(name)) return [];
    const at = placeIn(repository, file, `/images/${index}/name`);
    const sentence = `The image name ${JSON.stringify(name)} is no regular expression, and kustomize crashes on it.`;
    return [
      findingAt(
        codes.malformedKustomization,
        at,
        sentence,
        'Write the name of the image as the objects have it.',
      ),
    ];
  });
}

function compiles(expression: string): boolean {
  try {
    return new RegExp(expression) instanceof RegExp;
  } catch {
    return false;
  }
}
