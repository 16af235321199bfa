import { textAt } from '@seatrial/validator';
import type { Needs } from '../prepare/needs.ts';
import { openRepository } from './files/repository.ts';
import { chooseKubernetesVersion } from './schemas/kubernetes-version.ts';
import { neededDefinitions } from './schemas/repository-schemas.ts';
import { objectsIn } from './survey/objects-in.ts';
import { survey } from './survey/survey.ts';

/**
 * What a validation of a repository needs in the cache: the engines, one Kubernetes version, and the definitions of
 * well-known groups that the repository uses and does not hold.
 *
 * @throws UserError for a path that is not there, or a version that is not known
 */
export async function needsOfRepository(path: string, kubernetesVersion?: string): Promise<Needs> {
  const repository = await openRepository(path);
  const written = objectsIn(repository, survey(repository));
  const objects = written.all.filter(isTyped);
  const defined = new Set(written.definitions.flatMap(({ object }) => definedKind(object)));
  return {
    tools: ['kustomize-builder', 'kubeconform', 'rego-compiler'],
    kubernetes: [chooseKubernetesVersion(kubernetesVersion, written.all).version],
    definitions: neededDefinitions(
      objects.filter(({ apiVersion, kind }) => !defined.has(`${apiVersion.split('/')[0]} ${kind}`)),
    ),
    charts: [],
  };
}

interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

function isTyped(value: unknown): value is Typed {
  const { apiVersion, kind } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}

function definedKind(definition: unknown): readonly string[] {
  const group = textAt(definition, 'spec', 'group');
  const kind = textAt(definition, 'spec', 'names', 'kind');
  return group === undefined || kind === undefined ? [] : [`${group} ${kind}`];
}
