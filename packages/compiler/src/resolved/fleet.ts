import { z } from 'zod';
import { resolvedApplicationSchema } from './application.ts';
import { resolvedArgoCdSchema } from './argo-cd.ts';
import { resolvedClusterSchema } from './cluster.ts';
import { documentsSchema } from './documents.ts';
import { placementSchema } from './placement.ts';
import { suppressionSchema } from './suppression.ts';

/** A fleet with everything settled. Plain data: `seatrial model -o json` prints it, emitters only write it down. */
export const resolvedFleetSchema = z.object({
  name: z.string(),
  /** Git repository that the engine watches. */
  repository: z.string(),
  engine: z.literal('argo-cd'),
  /** Folder of the tree, relative to the repository's root: `clusters/<fleet>`. */
  tree: z.string(),
  clusters: z.array(resolvedClusterSchema),
  applications: z.array(resolvedApplicationSchema),
  placements: z.array(placementSchema),
  /** Which standby takes over for which active cluster. */
  failover: z.array(z.object({ active: z.string(), standby: z.string() })),
  argoCd: resolvedArgoCdSchema,
  documents: documentsSchema,
  /** Findings that the model accepts, in its order; absent: none. */
  suppress: z.array(suppressionSchema).exactOptional(),
});
export interface ResolvedFleet extends z.infer<typeof resolvedFleetSchema> {}

/** JSON Schema (draft 2020-12) of what `seatrial model -o json` prints. */
export function resolvedFleetJsonSchema(): unknown {
  return z.toJSONSchema(resolvedFleetSchema, { unrepresentable: 'any' });
}
