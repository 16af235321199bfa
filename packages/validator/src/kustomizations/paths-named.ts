import type { Kustomization } from './kustomization.ts';
import { pathFrom } from './paths-read.ts';

/** Every path that any text of a kustomization could name: rather one too many than a file called unlisted that is read. */
export function pathsNamed({ fields, folder }: Kustomization): readonly string[] {
  const paths: string[] = [];
  const open: unknown[] = [fields];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      if (next.includes('\n')) continue;
      // The inputs of generators are written `name=path`.
      for (const text of [next, next.slice(next.indexOf('=') + 1)]) {
        const path = text === '' ? undefined : pathFrom(folder, text);
        if (path !== undefined) paths.push(path);
      }
    } else if (typeof next === 'object' && next !== null) open.push(...Object.values(next));
  }
  return paths;
}
