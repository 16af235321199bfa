import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { kubeconformEngine, type SchemaEngine, type SchemaSource } from '@seatrial/validator';
import { findEngine } from '../cache/engine-entry.ts';

/** kubeconform from the cache; it starts with the first object that no earlier run has answered. @throws MissingFromCache */
export function openEngine(schemas: SchemaSource): SchemaEngine {
  const file = findEngine('kubeconform');
  // The folder's name holds the digest of everything that the guest was built from.
  return kubeconformEngine({
    guest: { digest: basename(dirname(file)), load: () => readFile(file) },
    schemas,
  });
}
