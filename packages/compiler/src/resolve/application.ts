import type { ForeignBase, ResolvedApplication } from '../resolved/application.ts';
import { mergeApplication, ownFields } from './merge-application.ts';
import type { ApplicationModel } from './place.ts';
import { contextOf, findingOf, objectsOf, type Resolver } from './resolver.ts';
import type { Problem } from './context.ts';

/** The base of an application: itself with no override, in no place. */
export function resolveApplication(
  resolver: Resolver,
  name: string,
  model: ApplicationModel,
): ResolvedApplication {
  const report = (problem: Problem): void => {
    resolver.findings.push(findingOf(problem, name, problem.path));
  };
  const application = mergeApplication(ownFields(model), [], report);
  const context = contextOf(resolver, name, application?.namespace, undefined, report, application?.labels);
  return {
    name,
    namespace: context.namespace,
    base: application === undefined ? [] : objectsOf(resolver, application, context),
    foreignBases: Object.entries(application?.bases ?? {}).flatMap(([component, { path }]): ForeignBase[] => {
      const read = resolver.inputs.bases[path];
      return read === undefined
        ? []
        : [{ component, path: read.folder, objects: [...read.objects], reads: [...read.reads] }];
    }),
    chartValues: Object.fromEntries(
      Object.entries(application?.charts ?? {}).map(([chart, { values }]) => [chart, values ?? {}]),
    ),
    after: model.after ?? [],
    wave: resolver.order.wave.get(name) ?? 0,
  };
}
