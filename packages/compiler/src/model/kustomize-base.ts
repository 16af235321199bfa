import { z } from 'zod';

/** An existing Kustomize folder, used as it is. */
export const kustomizeBaseSchema = z.strictObject({
  /** Folder, relative to the fleet's folder. */
  path: z.string().min(1),
});
export interface KustomizeBase extends z.input<typeof kustomizeBaseSchema> {}
