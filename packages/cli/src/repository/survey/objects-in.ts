import type { Repository } from '../files/repository.ts';
import type { WrittenDefinition } from '../schemas/kinds-of-clusters.ts';
import type { Survey } from './survey.ts';

/** What is written down in a repository, before anything is rendered. */
export interface WrittenObjects {
  /** Every object of a manifest or of a kustomization's resources. */
  readonly all: readonly unknown[];
  /** The CustomResourceDefinitions among them, and those of charts. */
  readonly definitions: readonly WrittenDefinition[];
}

export function objectsIn(
  repository: Repository,
  { graph, manifests, definitions, leftAlone }: Survey,
): WrittenObjects {
  const resources = graph.all.flatMap((one) => one.resources.filter(repository.hasFile));
  const files = new Set([...manifests, ...resources, ...leftAlone.unused]);
  const written = [...files].flatMap((file) => objectsOf(repository, file));
  const ofCharts = definitions.flatMap((file) =>
    repository.text(file)?.includes('{{') === true ? [] : objectsOf(repository, file),
  );
  return {
    all: written.map(({ object }) => object),
    definitions: [...written, ...ofCharts].filter(
      ({ object: { kind } }) => kind === 'CustomResourceDefinition' || kind === 'ConstraintTemplate',
    ),
  };
}

function objectsOf(
  repository: Repository,
  file: string,
): readonly { readonly object: Readonly<Record<string, unknown>>; readonly file: string }[] {
  return repository.source(file).objects.map(({ object }) => ({ object, file }));
}
