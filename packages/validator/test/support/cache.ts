import { globSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SchemaKind, SchemaSource } from '@seatrial/validator';

/** What `seatrial prepare` fills; `npm test` runs it first, so something that is missing here fails the test. */
export const cacheFolder =
  process.env['SEATRIAL_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'seatrial');

/** The prepared kubeconform guest. */
export function preparedGuest(): string {
  return newestInCache('engines/kubeconform-*/kubeconform.wasm');
}

/** The prepared kinds and schemas of Kubernetes 1.29. */
export function preparedKubernetes(): {
  readonly kinds: readonly SchemaKind[];
  readonly schemas: SchemaSource;
} {
  const index = newestInCache('schemas/kubernetes-1.29.*/index.json');
  const kinds = JSON.parse(readFileSync(index, 'utf8')) as SchemaKind[];
  return {
    kinds,
    schemas: { read: async (digest) => readFileSync(join(index, '..', `${digest}.json`), 'utf8') },
  };
}

/** The newest entry of the cache that matches a glob. */
export function newestInCache(pattern: string): string {
  const found = globSync(pattern, { cwd: cacheFolder })
    .map((path) => join(cacheFolder, path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const [first] = found;
  if (first === undefined) throw new Error(`${pattern} is not in ${cacheFolder}: run "seatrial prepare".`);
  return first;
}
