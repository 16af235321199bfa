import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import type { ResolvedCluster } from '../../resolved/cluster.ts';
import { clusterSelector } from './cluster-labels.ts';
import { commonTemplate } from './common-template.ts';
import { isUsed, templateBody, type Generated } from './generated.ts';
import { groupedFields, groupings } from './grouped-fields.ts';
import type { InstanceScope } from './instance-scope.ts';
import { templatePatch } from './template-patch.ts';
import type { Parameter } from './text-template.ts';

/** The placements of one application in one environment: one entry of the generator. */
interface Entry {
  readonly application: string;
  readonly environment: string;
  readonly placements: readonly Placement[];
}

export interface ClustersGenerated extends Generated {
  /** Entries whose clusters labels cannot select. */
  readonly unselectable: readonly Entry[];
  /** Fields, by their dotted path, that an entry cannot say, because they differ between its clusters. */
  readonly inexpressible: readonly string[];
}

/** One entry an application and environment; Argo CD finds its clusters by the labels of their Secrets. */
export function clustersGenerator(
  scope: InstanceScope,
  placements: readonly Placement[],
  applications: readonly KubernetesObject[],
): ClustersGenerated {
  const entries = entriesOf(placements);
  const application = valueParameter(placements, 'application');
  const environment = valueParameter(placements, 'environment');
  const optional = (['namespace', 'revision'] as const)
    .filter((field) =>
      entries.every((entry) => new Set(entry.placements.map((each) => each[field])).size === 1),
    )
    .map((field) => valueParameter(placements, field));
  const parameters = [
    { expression: '.name', values: placements.map(({ cluster }) => cluster) },
    ...[application, environment, ...optional].filter(({ values }) => new Set(values).size > 1),
  ];
  const { template, differences } = commonTemplate(applications.map(templateBody), parameters);
  const ways = groupings(application, environment);
  const grouped = differences.map((difference) => ({
    path: difference.path,
    fields: groupedFields(difference, ways, parameters),
  }));
  const fields = grouped.flatMap((each) => each.fields ?? []);
  const patch = fields.length === 0 ? undefined : templatePatch(fields);

  const carried = parameters.filter(
    (parameter) => parameter.expression !== '.name' && isUsed(parameter, template, patch),
  );
  const selectors = entries.map((entry) => selectorOf(scope, entry));
  return {
    generators: entries.map((entry, position) => {
      const first = placements.indexOf(entry.placements[0] as Placement);
      const values = carried.map(({ expression, values: all }) => [
        expression.slice('.values.'.length),
        all[first],
      ]);
      return {
        clusters: {
          selector: { matchLabels: selectors[position] ?? {} },
          ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
        },
      };
    }),
    template,
    ...(patch === undefined ? {} : { templatePatch: patch }),
    unselectable: entries.filter((_, position) => selectors[position] === undefined),
    inexpressible: grouped.filter((each) => each.fields === undefined).map(({ path }) => path.join('.')),
  };
}

function entriesOf(placements: readonly Placement[]): Entry[] {
  const groups = Map.groupBy(placements, ({ application, environment }) => `${application}/${environment}`);
  return [...groups.values()].flatMap((members) =>
    members
      .slice(0, 1)
      .map(({ application, environment }) => ({ application, environment, placements: members })),
  );
}

type ValueField = 'application' | 'environment' | 'namespace' | 'revision';

function valueParameter(placements: readonly Placement[], field: ValueField): Parameter {
  return { expression: `.values.${field}`, values: placements.map((placement) => placement[field]) };
}

function selectorOf(scope: InstanceScope, entry: Entry): Record<string, string> | undefined {
  const registered = registeredClusters(scope);
  const names = new Set(entry.placements.map(({ cluster }) => cluster));
  const wanted = registered.filter(({ name }) => names.has(name));
  return clusterSelector(scope.fleet, entry.environment, wanted, registered);
}

/** Clusters that this Argo CD knows or may come to know: all but those that have an Argo CD of their own. */
function registeredClusters({ fleet, instance, placements }: InstanceScope): ResolvedCluster[] {
  const here = new Set(placements.map(({ cluster }) => cluster));
  const elsewhere = new Set(
    fleet.argoCd.instances.filter((each) => each !== instance).map(({ cluster }) => cluster),
  );
  return fleet.clusters.filter(({ name }) => here.has(name) || !elsewhere.has(name));
}
