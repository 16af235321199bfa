import type { ResolvedApplication } from '../../resolved/application.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { applicationOf } from './application.ts';
import { clustersGenerator } from './clusters-generator.ts';
import { generatedBy, type ApplicationSet, type InstanceScope } from './instance-scope.ts';
import { listGenerator } from './list-generator.ts';
import { apiVersion, waveAnnotation } from './names.ts';

/**
 * The ApplicationSet that generates exactly the Applications of its placements. What it cannot say is among the
 * findings of `applicationSetFindings`, which come first.
 */
export function applicationSetObject(scope: InstanceScope, set: ApplicationSet): KubernetesObject {
  const placements = generatedBy(scope, set);
  const applications = placements.map((placement) => applicationOf(scope, placement));
  const { generators, template, templatePatch } =
    set.generator === 'list'
      ? listGenerator(placements, applications)
      : clustersGenerator(scope, placements, applications);
  const wave = setWave(scope, set);
  return {
    apiVersion,
    kind: 'ApplicationSet',
    metadata: {
      name: set.name,
      namespace: scope.fleet.argoCd.namespace,
      ...(wave === 0 ? {} : { annotations: { [waveAnnotation]: String(wave) } }),
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators,
      ...(set.preserveResourcesOnDeletion ? { syncPolicy: { preserveResourcesOnDeletion: true } } : {}),
      template,
      ...(templatePatch === undefined ? {} : { templatePatch }),
    },
  };
}

/** The wave in which an application starts: its own, or that of the set that generates it. */
export function startWave(
  scope: InstanceScope,
  { name, wave }: Pick<ResolvedApplication, 'name' | 'wave'>,
): number {
  const set = scope.setOf.get(name);
  return set === undefined ? wave : setWave(scope, set);
}

/** The set comes as a whole: as late as the latest of its applications. */
function setWave(scope: InstanceScope, set: ApplicationSet): number {
  const waves = scope.applications
    .filter((application) => scope.setOf.get(application.name) === set)
    .map((application) => application.wave);
  return Math.max(0, ...waves);
}
