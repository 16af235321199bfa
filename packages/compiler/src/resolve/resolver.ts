import type { LongApplication } from '../model/application.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { Inputs } from '../model/inputs.ts';
import { dialects } from '../dialect/dialect.ts';
import type { Finding } from '../findings/finding.ts';
import type { ResolvedObject } from '../resolved/object.ts';
import { applicationObjects, type BaseObjects } from './application-objects.ts';
import type { ApplicationOrder } from './application-order.ts';
import type { Context, Problem } from './context.ts';
import type { Definitions } from './definitions.ts';
import type { PlaceOfPlacement } from './place.ts';
import type { DefinitionOrder } from './waves.ts';

/** What every placement of a fleet is resolved against. */
export interface Resolver {
  readonly model: FleetModel;
  readonly inputs: Inputs;
  readonly bases: BaseObjects;
  readonly definitions: Definitions;
  readonly order: ApplicationOrder;
  readonly findings: Finding[];
}

/** A problem with its place: `path` is where the author wrote the value. */
export function findingOf(
  problem: Problem,
  application: string,
  path: readonly string[],
  place?: PlaceOfPlacement,
): Finding {
  const model = ['applications', application, ...path];
  return {
    code: problem.code,
    severity: problem.severity ?? 'error',
    sentence: `${model.join('.')}: ${problem.sentence}`,
    hint: problem.hint,
    place: { ...place, application, model },
  };
}

/** The context of a placement, or of the base when no place is given. */
export function contextOf(
  resolver: Resolver,
  application: string,
  namespace: string | undefined,
  place: PlaceOfPlacement | undefined,
  report: Context['report'],
  labels: LongApplication['labels'],
): Context {
  const { model, inputs } = resolver;
  const environment = place === undefined ? undefined : model.environments?.[place.environment];
  const cluster = place === undefined ? undefined : model.clusters[place.cluster];
  const versions = place === undefined ? undefined : inputs.versions[place.environment];
  const shared = place !== undefined && (cluster?.environments?.length ?? 0) > 1;
  return {
    application,
    namespace: namespace ?? (shared ? `${application}-${place.environment}` : application),
    ingressClass: cluster?.ingress ?? model.ingress ?? 'nginx',
    labels: { ...model.labels, ...environment?.labels, ...labels },
    dialect: dialects[model.engine],
    clusterScoped: resolver.definitions.clusterScoped,
    report,
    ...(place === undefined ? {} : { environment: place.environment }),
    ...(versions === undefined ? {} : { versions }),
    ...(environment?.versions === undefined ? {} : { versionsPath: environment.versions }),
  };
}

function definitionOrder(resolver: Resolver, application: string): DefinitionOrder {
  const earlier = resolver.order.earlier.get(application);
  const fromOwnCharts = new Set<string>();
  const fromEarlierApplications = new Set<string>();
  for (const [group, definers] of resolver.definitions.byChart) {
    if (definers.has(application)) fromOwnCharts.add(group);
    else if ([...definers].some((definer) => earlier?.has(definer))) fromEarlierApplications.add(group);
  }
  return { fromOwnCharts, fromEarlierApplications };
}

export function objectsOf(
  resolver: Resolver,
  application: LongApplication,
  context: Context,
): ResolvedObject[] {
  return applicationObjects(
    application,
    resolver.bases,
    definitionOrder(resolver, context.application),
    context,
  );
}
