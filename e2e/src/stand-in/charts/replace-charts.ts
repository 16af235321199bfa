import type { KubernetesObject, Placement, ResolvedChart, ResolvedFleet } from '@seatrial/compiler';
import type { Replaced, Replacement } from '../replacement.ts';
import type { World } from '../world.ts';
import { nameOf } from './chart-files.ts';
import { valuesConfigMap, valuesWith } from './chart-objects.ts';
import { definitionsOf } from './definitions-of.ts';
import { bringsGatekeeper, gatekeeperWebhooks } from './gatekeeper-webhooks.ts';
import { sharedLabels } from './shared-labels.ts';

/**
 * Every chart becomes a small one of the same name and version: the rehearsal serves no other, so also one whose real
 * objects are known. What it makes are the chart's `objects`, and live objects are held to them.
 */
export function replaceCharts(fleet: ResolvedFleet, world: World): Replaced {
  const replacements: Replacement[] = [];
  const placements = fleet.placements.map((placement) => ({
    ...placement,
    charts: placement.charts.map((chart) => {
      const replaced = replaceChart(fleet, world, placement, chart);
      replacements.push(...replaced.replacements);
      return replaced.chart;
    }),
  }));
  return { fleet: { ...fleet, placements }, replacements };
}

function replaceChart(
  fleet: ResolvedFleet,
  world: World,
  placement: Placement,
  chart: ResolvedChart,
): { chart: ResolvedChart; replacements: Replacement[] } {
  const definitions = definitionsOf(chart.definitions, world);
  const webhook = world.webhooks[placement.cluster];
  const objects =
    webhook !== undefined && bringsGatekeeper(chart) ? [gatekeeperWebhooks(chart, placement, webhook)] : [];
  const labels = labelsOf(fleet, placement, chart);
  const told = { labels, objects };
  const { name, version } = nameOf(chart.source);
  return {
    chart: {
      ...chart,
      values: valuesWith(chart, told),
      objects: [...definitions, ...objects, valuesConfigMap(chart, placement, told)],
    },
    replacements: [
      {
        what: 'chart',
        placement: placement.name,
        real: `${name} ${version}`,
        standIn: madeText(definitions, objects),
        why: 'its images and its source are out of reach; its definitions and its values are what the rest stands on',
      },
      ...objects.flatMap(() => failurePolicyRow(placement, chart)),
    ],
  };
}

function labelsOf(fleet: ResolvedFleet, placement: Placement, chart: ResolvedChart): Record<string, string> {
  return {
    'app.kubernetes.io/name': nameOf(chart.source).name,
    'app.kubernetes.io/instance': chart.release,
    'app.kubernetes.io/part-of': placement.application,
    ...sharedLabels(fleet, placement),
  };
}

function madeText(definitions: readonly KubernetesObject[], objects: readonly KubernetesObject[]): string {
  const made = [
    ...(definitions.length === 0
      ? []
      : [
          `its real definitions, the ${definitions.length} that something here uses, without their descriptions`,
        ]),
    ...objects.map(({ kind }) => `its ${kind}`),
  ];
  return [...made, 'a digest of its values'].join(', ');
}

function failurePolicyRow(placement: Placement, { values }: ResolvedChart): Replacement[] {
  const own = values['validatingWebhookFailurePolicy'] ?? 'Ignore';
  if (own === 'Fail') return [];
  return [
    {
      what: 'failure policy of the admission webhook',
      placement: placement.name,
      real: String(own),
      standIn: 'Fail',
      why: 'a webhook that is down would look like one that allows',
    },
  ];
}
