import { checkHookSecrets } from './needed-secrets.ts';
import { resolveChart } from './chart.ts';
import type { Problem } from './context.ts';
import type { PlacedApplication } from './documents.ts';
import { layersOf, mergeApplication, ownFields, writtenAt } from './merge-application.ts';
import type { PlaceOfPlacement } from './place.ts';
import { contextOf, findingOf, objectsOf, type Resolver } from './resolver.ts';
import { mergeSync, resolveSync, resolveWindows } from './sync.ts';

/** One placement with everything settled; undefined when its application is wrong, which is then reported. */
export function resolvePlacement(resolver: Resolver, place: PlaceOfPlacement): PlacedApplication | undefined {
  const { model } = resolver;
  const applicationModel = model.applications[place.application];
  if (applicationModel === undefined) return undefined;
  const layers = layersOf(model, place);
  const report = (problem: Problem): void => {
    resolver.findings.push(findingOf(problem, place.application, writtenAt(layers, problem.path), place));
  };
  const application = mergeApplication(ownFields(applicationModel), layers, report);
  if (application === undefined) return undefined;
  const context = contextOf(
    resolver,
    place.application,
    application.namespace,
    place,
    report,
    application.labels,
  );
  checkHookSecrets(application, context);
  const objects = objectsOf(resolver, application, context);
  const environment = model.environments?.[place.environment];
  const sync = mergeSync([
    model.sync,
    environment?.sync,
    model.clusters[place.cluster]?.sync,
    application.sync,
  ]);
  const { cluster, environment: stage, application: name } = place;
  return {
    application,
    placement: {
      name: `${name}-${stage}-${cluster}`,
      application: name,
      environment: stage,
      cluster,
      namespace: context.namespace,
      revision: environment?.branch ?? model.branch ?? 'main',
      ...(objects.length === 0 ? {} : { folder: `${cluster}/${stage}/${name}` }),
      objects,
      charts: Object.entries(application.charts ?? {}).flatMap(([component, chart]) =>
        resolveChart(component, chart, context),
      ),
      sync: resolveSync(sync),
      windows: resolveWindows(sync),
    },
  };
}
