import type { Repository } from '../files/repository.ts';
import type { Survey } from './survey.ts';

/** What is written down in a repository, before anything is rendered. */
export interface WrittenObjects {
  /** Every object of a manifest or of a kustomization's resources. */
  readonly all: readonly unknown[];
  /** The CustomResourceDefinitions among them, and those of charts. */
  readonly definitions: readonly unknown[];
}

export function objectsIn(
  repository: Repository,
  { graph, manifests, definitions, leftAlone }: Survey,
): WrittenObjects {
  const resources = graph.all.flatMap((one) => one.resources.filter(repository.hasFile));
  const files = new Set([...manifests, ...resources, ...leftAlone.unused]);
  const all = [...files].flatMap((file) => repository.source(file).objects.map(({ object }) => object));
  const ofCharts = definitions.flatMap((file) =>
    repository.text(file)?.includes('{{') === true
      ? []
      : repository.source(file).objects.map(({ object }) => object),
  );
  return {
    all,
    definitions: [...all, ...ofCharts].filter(
      ({ kind }) => kind === 'CustomResourceDefinition' || kind === 'ConstraintTemplate',
    ),
  };
}
