import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import type { ResolvedCluster } from '../../resolved/cluster.ts';
import { yamlText } from '../yaml/index.ts';
import { clusterSelector } from './cluster-labels.ts';
import { commonTemplate, type Difference } from './common-template.ts';
import type { InstanceScope } from './instance-scope.ts';
import { isText } from './list-generator.ts';
import { parameterName, templateBody, type Generated } from './template-body.ts';
import { templatePatch, type PatchedField } from './template-patch.ts';
import type { Parameter } from './text-template.ts';

/** The placements of one application in one environment: one entry of the generator. */
export interface Entry {
  readonly application: string;
  readonly environment: string;
  readonly clusters: readonly string[];
}

export interface ClustersGenerated extends Generated {
  /** Entries whose clusters labels cannot select. */
  readonly unselectable: readonly Entry[];
  /** Fields that differ between the clusters of one entry in a way that its values cannot say. */
  readonly inexpressible: readonly { readonly entry: Entry; readonly path: readonly string[] }[];
}

/** One entry an application and environment; Argo CD finds its clusters by the labels of their Secrets. */
export function clustersGenerator(
  scope: InstanceScope,
  placements: readonly Placement[],
  applications: readonly KubernetesObject[],
): ClustersGenerated {
  const bodies = applications.map(templateBody);
  const members = placements.map((placement, index) => ({ placement, index }));
  const groups = [
    ...Map.groupBy(members, ({ placement }) => `${placement.application}/${placement.environment}`).values(),
  ];
  const entries = groups.map((group) => newEntry(group.map(({ placement }) => placement)));
  const inexpressible: { entry: Entry; path: readonly string[] }[] = [];

  const clusterNames = placements.map(({ cluster }) => cluster);
  const parameters: Parameter[] = [
    { expression: '.name', values: clusterNames },
    { expression: '.values.application', values: placements.map(({ application }) => application) },
    { expression: '.values.environment', values: placements.map(({ environment }) => environment) },
  ];
  /** Adds a value of that name to each entry; the value is a template over the cluster's name. */
  const carry = ({ path, values }: Difference): string => {
    const name = parameterName(path, new Set(entries.flatMap((entry) => Object.keys(entry.values))));
    for (const [position, group] of groups.entries()) {
      const inGroup = group.map(({ index }) => values[index]);
      if (inGroup.every((value) => value === undefined)) continue;
      const byName = { expression: '.name', values: group.map(({ index }) => clusterNames[index] ?? '') };
      const { template, differences } = commonTemplate(inGroup, [byName]);
      const entry = entries[position];
      if (entry === undefined) continue;
      if (differences.length > 0) inexpressible.push({ entry: entry.entry, path });
      else entry.values[name] = valueText(template);
    }
    return name;
  };
  for (const text of commonTemplate(bodies, parameters).differences.filter(isText)) {
    parameters.push({ expression: `.values.${carry(text)}`, values: text.values.map(String) });
  }
  const { template, differences } = commonTemplate(bodies, parameters);
  const fields = differences.map((difference) => patchedField(carry(difference), difference));

  const registered = [...new Set(scope.placements.map(({ cluster }) => cluster))].flatMap(
    (name) => scope.clusters.get(name) ?? [],
  );
  const selectors = entries.map(({ entry }) => selectorOf(scope, entry, registered));
  return {
    generators: entries.map(({ values }, position) => ({
      clusters: { selector: { matchLabels: selectors[position] ?? {} }, values },
    })),
    template,
    ...(fields.length === 0 ? {} : { templatePatch: templatePatch(fields) }),
    unselectable: entries.filter((_, position) => selectors[position] === undefined).map(({ entry }) => entry),
    inexpressible,
  };
}

function newEntry(placements: readonly Placement[]): { entry: Entry; values: Record<string, string> } {
  const { application = '', environment = '' } = placements[0] ?? {};
  const clusters = placements.map(({ cluster }) => cluster);
  return { entry: { application, environment, clusters }, values: { application, environment } };
}

function selectorOf(
  scope: InstanceScope,
  { environment, clusters }: Entry,
  registered: readonly ResolvedCluster[],
): Record<string, string> | undefined {
  const wanted = registered.filter((cluster) => clusters.includes(cluster.name));
  return clusterSelector(scope.fleet, environment, wanted, registered);
}

/** The values of a generator are texts: a plain one as it is, anything else as YAML for the patch. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : yamlText(value).trimEnd();
}

function patchedField(name: string, { path, values }: Difference): PatchedField {
  const access = `index .values "${name}"`;
  const scalar = values.every((value) => typeof value !== 'object' || value === null);
  return {
    path,
    condition: access,
    present: values.map((value) => value !== undefined),
    value: (indent) => (scalar ? ` {{ ${access} | quote }}` : `\n{{ ${access} | indent ${indent} }}`),
  };
}
