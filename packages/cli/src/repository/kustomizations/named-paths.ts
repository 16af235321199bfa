import { listAt, textAt } from '@seatrial/validator';
import { isRemote, type Kustomization } from './kustomization.ts';

/** A local path that a kustomization names. */
export interface NamedPath {
  readonly pointer: string;
  readonly entry: string;
  readonly takesFolders: boolean;
  readonly isComponent: boolean;
}

/** The local paths that a kustomization names, each with its JSON pointer. */
export function namedPaths(fields: Kustomization['fields']): readonly NamedPath[] {
  const entries: NamedPath[] = [];
  const add = (pointer: string, entry: unknown, takesFolders: boolean, isComponent = false): void => {
    if (typeof entry === 'string' && entry !== '' && !entry.includes('\n') && !isRemote(entry))
      entries.push({ pointer, entry, takesFolders, isComponent });
  };
  for (const field of ['resources', 'bases', 'components'])
    for (const [index, entry] of listAt(fields, field).entries())
      add(`/${field}/${index}`, entry, true, field === 'components');
  for (const field of ['patches', 'patchesJson6902', 'replacements'])
    for (const [index, entry] of listAt(fields, field).entries())
      add(`/${field}/${index}/path`, textAt(entry, 'path'), false);
  for (const field of ['generators', 'transformers', 'validators'])
    for (const [index, entry] of listAt(fields, field).entries()) add(`/${field}/${index}`, entry, true);
  for (const field of ['configurations', 'crds', 'patchesStrategicMerge'])
    for (const [index, entry] of listAt(fields, field).entries()) add(`/${field}/${index}`, entry, false);
  for (const field of ['configMapGenerator', 'secretGenerator'])
    for (const [index, generator] of listAt(fields, field).entries())
      for (const list of ['files', 'envs'])
        for (const [place, entry] of listAt(generator, list).entries())
          if (typeof entry === 'string')
            add(`/${field}/${index}/${list}/${place}`, entry.slice(entry.indexOf('=') + 1), false);
  return entries;
}
