import type { Finding } from '../findings/finding.ts';
import { ModelError } from '../findings/model-error.ts';
import { deepFreeze } from '../objects/deep-freeze.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { Inputs } from '../model/inputs.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import { orderApplications } from './application-order.ts';
import { resolveApplication } from './application.ts';
import { hubFindings, resolveArgoCd } from './argo-cd.ts';
import { resolveCluster } from './cluster.ts';
import { compact } from './compact.ts';
import { definitionsOf } from './definitions.ts';
import { resolveDocuments } from './documents.ts';
import { definitionFindings } from './missing-definitions.ts';
import { nameFindings, ownershipFindings } from './ownership.ts';
import { placesOf } from './place.ts';
import { resolvePlacement } from './placement.ts';
import { findingOf, type Resolver } from './resolver.ts';
import { unusedVersions } from './unused-versions.ts';

/** A resolved fleet and what there is to say about it that does not make it wrong. */
export interface Resolution {
  readonly fleet: ResolvedFleet;
  readonly findings: readonly Finding[];
}

function versionPaths(model: FleetModel): Record<string, string> {
  return Object.fromEntries(
    Object.entries(model.environments ?? {}).map(([name, { versions }]) => [name, versions ?? '']),
  );
}

/** The same problem of several placements, at the same place of the model, is said once. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.sentence}`, finding])).values()];
}

/** Settles everything: defaults, overrides, references, names, order. Throws {@link ModelError} with every error found. */
export function resolve(model: FleetModel, inputs: Inputs): Resolution {
  const findings: Finding[] = hubFindings(model);
  const order = orderApplications(model, (name, problem) =>
    findings.push(findingOf(problem, name, problem.path)),
  );
  const bases = Object.fromEntries(
    Object.entries(inputs.bases).map(([path, { objects }]) => [path, objects]),
  );
  const definitions = definitionsOf(model, Object.values(bases).flat());
  const resolver: Resolver = { model, inputs, bases, definitions, order, findings };

  const clusters = Object.entries(model.clusters).map(([name, cluster]) =>
    resolveCluster(name, cluster, findings),
  );
  const applications = Object.entries(model.applications).map(([name, application]) =>
    resolveApplication(resolver, name, application),
  );
  const placed = placesOf(model).flatMap((place) => resolvePlacement(resolver, place) ?? []);
  const placements = placed.map(({ placement }) => placement);

  findings.push(
    ...nameFindings(placements),
    ...ownershipFindings(placements),
    ...definitionFindings(placements, definitions, order),
  );
  if (!findings.some(({ severity }) => severity === 'error')) {
    findings.push(...unusedVersions(inputs, versionPaths(model), placements));
  }
  const said = withoutRepetition(findings);
  if (said.some(({ severity }) => severity === 'error')) throw new ModelError(said);

  return deepFreeze({
    findings: said,
    fleet: {
      name: model.name,
      repository: model.repository,
      engine: model.engine,
      tree: `clusters/${model.name}`,
      clusters,
      applications,
      placements,
      failover: Object.entries(model.failover ?? {}).map(([one, other]) =>
        model.clusters[one]?.role === 'active'
          ? { active: one, standby: other }
          : { active: other, standby: one },
      ),
      argoCd: resolveArgoCd(model, placements),
      documents: resolveDocuments(model, placed),
      ...(model.suppress === undefined ? {} : { suppress: model.suppress.map(compact) }),
    },
  });
}
