import type { Finding } from '../../findings/finding.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import { applicationOf } from './application.ts';
import { clustersGenerator } from './clusters-generator.ts';
import { generatedBy, instanceScopes, type ApplicationSet, type InstanceScope } from './instance-scope.ts';
import { orderFindings } from './order-findings.ts';

/** What the model asks of Argo CD and an ApplicationSet, or the root, cannot do. */
export function applicationSetFindings(fleet: ResolvedFleet): Finding[] {
  const sets = fleet.argoCd.applicationSets;
  const finders = [
    orderFindings,
    (scope: InstanceScope) => sets.flatMap((set) => deletionFindings(scope, set)),
    (scope: InstanceScope) => sets.flatMap((set) => clustersFindings(scope, set)),
  ];
  return instanceScopes(fleet).flatMap((scope) => finders.flatMap((find) => find(scope)));
}

function deletionFindings(scope: InstanceScope, set: ApplicationSet): Finding[] {
  if (set.preserveResourcesOnDeletion) return [];
  return generatedBy(scope, set)
    .filter((placement) => placement.sync.preserveOnDeletion)
    .map((placement) => ({
      code: 'SEA2005',
      severity: 'error',
      sentence: `${placement.name} is to leave its objects when it is deleted, but the ApplicationSet ${set.name} gives every Application the finalizer that deletes them.`,
      hint: `Set preserveResourcesOnDeletion on the ApplicationSet ${set.name}, or take ${placement.application} out of it.`,
      place: {
        fleet: scope.fleet.name,
        cluster: placement.cluster,
        environment: placement.environment,
        application: placement.application,
        model: ['argoCd', 'applicationSets', set.name],
      },
    }));
}

function clustersFindings(scope: InstanceScope, set: ApplicationSet): Finding[] {
  if (set.generator !== 'clusters') return [];
  const placements = generatedBy(scope, set);
  const applications = placements.map((placement) => applicationOf(scope, placement));
  const { unselectable, inexpressible } = clustersGenerator(scope, placements, applications);
  const place = { fleet: scope.fleet.name, model: ['argoCd', 'applicationSets', set.name] };
  return [
    ...unselectable.map(({ application, environment, placements: members }): Finding => ({
      code: 'SEA2003',
      severity: 'error',
      sentence: `No labels select exactly the clusters of ${application} in ${environment} (${members.map(({ cluster }) => cluster).join(', ')}), so the clusters generator of ${set.name} cannot find them.`,
      hint: 'Give these clusters, and no other of the environment, a label of their own, or use the list generator.',
      place: { ...place, application, environment },
    })),
    ...inexpressible.map((field): Finding => ({
      code: 'SEA2004',
      severity: 'error',
      sentence: `${field} of the Applications of ${set.name} differs between clusters of one environment, which its clusters generator cannot say.`,
      hint: 'Make it the same on the clusters of each environment, or use the list generator.',
      place,
    })),
  ];
}
