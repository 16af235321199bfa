import { z } from 'zod';
import { resolvedChartSchema } from './chart.ts';
import { resolvedObjectSchema } from './object.ts';
import { resolvedSyncSchema, syncWindowSchema } from './sync.ts';

/** One application in one environment on one cluster, with its namespace: the unit that an engine syncs. */
export const placementSchema = z.object({
  /** Unique in the fleet and stable when other placements come and go: `<application>-<environment>-<cluster>`. */
  name: z.string(),
  application: z.string(),
  environment: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  /** Git branch (or other revision) that the engine follows for this placement. */
  revision: z.string(),
  /** Folder of the placement's kustomization, relative to the tree: `eu-west-1/prod/api`. Absent when no component of it is built by kustomize. */
  folder: z.string().exactOptional(),
  /** Final objects of the kustomization, in their order in the tree. */
  objects: z.array(resolvedObjectSchema),
  charts: z.array(resolvedChartSchema),
  sync: resolvedSyncSchema,
  windows: z.array(syncWindowSchema),
});
export interface Placement extends z.infer<typeof placementSchema> {}
