import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Inputs } from '../../../src/index.ts';

const base = 'apps/myapp/kustomize/base';
const deployment: unknown = parse(
  readFileSync(join(import.meta.dirname, 'repository', base, 'deployment.yaml'), 'utf8'),
);

/** Seed section 5: a promotion moves these entries from file to file. */
export const inputs: Inputs = {
  versions: {
    dev: { charts: { myapp: 'v1.5.0' }, images: { 'registry.example/myrepo/db-migrator': '1.1' } },
    preprod: { charts: { myapp: 'v1.4.0' }, images: { 'registry.example/myrepo/db-migrator': '1.0' } },
    prod: {
      charts: { myapp: 'v1.4.0' },
      images: {
        'registry.example/myrepo/db-migrator':
          'sha256:4f1d0b2f7a3c5e6d8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7',
      },
    },
  },
  bases: { [`../../${base}`]: { folder: base, objects: [deployment], reads: [base] } },
};
