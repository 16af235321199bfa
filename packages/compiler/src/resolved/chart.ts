import { z } from 'zod';
import { kubernetesObjectSchema } from './object.ts';

/** Where a chart comes from: a Helm repository (`https://`, `oci://`, `file://`) or a folder in a git repository. */
export const chartSourceSchema = z.union([
  z.object({ repository: z.string(), chart: z.string(), version: z.string() }),
  z.object({ git: z.string(), path: z.string(), revision: z.string() }),
]);
export type ChartSource = z.infer<typeof chartSourceSchema>;

/** Custom resource definitions that a chart installs: their API groups, and where their YAML can be had. */
export const chartDefinitionsSchema = z.object({
  groups: z.array(z.string()),
  clusterScopedKinds: z.array(z.string()),
  /** A Go module that holds the definitions' YAML, with the folder inside it. */
  source: z.object({ module: z.string(), version: z.string(), path: z.string() }).exactOptional(),
});
export interface ChartDefinitions extends z.infer<typeof chartDefinitionsSchema> {}

/** A chart of one placement. Always a source of the engine, never part of the Kustomize tree. */
export const resolvedChartSchema = z.object({
  component: z.string(),
  source: chartSourceSchema,
  release: z.string(),
  /** Values from the model, merged for this placement. */
  values: z.record(z.string(), z.unknown()),
  definitions: chartDefinitionsSchema.exactOptional(),
  /** `group/Kind` of the cluster-scoped objects that the chart makes; absent: not declared, any. */
  clusterKinds: z.array(z.string()).exactOptional(),
  /** Further namespaces that the chart puts objects into, for example `kube-system`. */
  namespaces: z.array(z.string()).exactOptional(),
  /** What the real helm renders; absent when the chart is not in the cache: then its objects are not checked. */
  objects: z.array(kubernetesObjectSchema).exactOptional(),
});
export interface ResolvedChart extends z.infer<typeof resolvedChartSchema> {}
