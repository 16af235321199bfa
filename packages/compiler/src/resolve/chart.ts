import type { Chart } from '../model/chart.ts';
import type { ChartSource, ResolvedChart } from '../resolved/chart.ts';
import type { Context } from './context.ts';

function versionOf(
  name: string,
  given: string | undefined,
  field: string,
  context: Context,
  path: readonly string[],
): string {
  const version = given ?? context.versions?.charts?.[name];
  if (version !== undefined) return version;
  context.report({
    code: 'SEA1008',
    sentence: `chart ${name} has no ${field} in environment ${context.environment ?? ''}`,
    hint:
      context.versionsPath === undefined
        ? `write ${field}, or name a versions file for the environment`
        : `add "${name}" under charts in ${context.versionsPath}`,
    path,
  });
  return '';
}

function sourceOf(
  component: string,
  chart: Chart,
  context: Context,
  path: readonly string[],
): ChartSource | undefined {
  if ((chart.repository === undefined) === (chart.git === undefined)) {
    context.report({
      code: 'SEA1009',
      sentence: `chart "${component}" has ${chart.git === undefined ? 'neither' : 'both'} of repository and git`,
      hint: 'give exactly one of them; in an override, null removes the other',
      path,
    });
    return undefined;
  }
  const name = chart.chart ?? component;
  if (chart.repository !== undefined) {
    return {
      repository: chart.repository,
      chart: name,
      version: versionOf(name, chart.version, 'version', context, path),
    };
  }
  return {
    git: chart.git ?? '',
    path: chart.path ?? name,
    revision: versionOf(name, chart.revision, 'revision', context, path),
  };
}

export function resolveChart(component: string, chart: Chart, context: Context): ResolvedChart[] {
  const path = ['charts', component];
  const source = sourceOf(component, chart, context, path);
  if (source === undefined) return [];
  const { definitions } = chart;
  return [
    {
      component,
      source,
      release: chart.release ?? component,
      values: chart.values ?? {},
      ...(definitions === undefined
        ? {}
        : {
            definitions: {
              groups: definitions.groups,
              clusterScopedKinds: definitions.clusterScopedKinds ?? [],
              ...(definitions.source === undefined ? {} : { source: definitions.source }),
            },
          }),
      ...(chart.clusterKinds === undefined ? {} : { clusterKinds: chart.clusterKinds }),
      ...(chart.namespaces === undefined ? {} : { namespaces: chart.namespaces }),
    },
  ];
}
