import type { DefinitionSource } from '../cache/schema-entries.ts';

/** Argo CD's own definitions, for the objects in `argo-cd/`: of the release that the compiler writes for. */
export const argoCdDefinitions: DefinitionSource = {
  module: 'github.com/argoproj/argo-cd/v3',
  version: 'v3.4.2',
  path: 'manifests/crds',
};
