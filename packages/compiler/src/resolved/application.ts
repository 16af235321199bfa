import { z } from 'zod';
import { resolvedObjectSchema } from './object.ts';

/** An existing Kustomize folder of the author's, used as it is. */
export const foreignBaseSchema = z.object({
  component: z.string(),
  /** Folder, relative to the repository's root. */
  path: z.string(),
  /** What kustomize builds of that folder, before the compiler touched it. */
  objects: z.array(z.unknown()),
  /** Every file and folder, relative to the repository's root, that the build reads. */
  reads: z.array(z.string()),
});
export interface ForeignBase extends z.infer<typeof foreignBaseSchema> {}

/** An application resolved with no override: what every placement of it is a patch of. */
export const resolvedApplicationSchema = z.object({
  name: z.string(),
  /** Namespace of the base's objects. */
  namespace: z.string(),
  base: z.array(resolvedObjectSchema),
  foreignBases: z.array(foreignBaseSchema),
  /** Values of each chart with no override: placements that only add to them share one file. */
  chartValues: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** Applications that must be healthy before this one syncs. */
  after: z.array(z.string()),
  /** Place in the order that `after` gives: 0 for one that waits for nothing. */
  wave: z.int(),
});
export interface ResolvedApplication extends z.infer<typeof resolvedApplicationSchema> {}
