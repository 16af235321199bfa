import { z } from 'zod';
import { syncSchema } from './sync.ts';
import { stringMap } from './names.ts';

/** A stage that changes are promoted through. */
export const environmentSettingsSchema = z.strictObject({
  /** Git branch that the engine follows; the fleet's by default. */
  branch: z.string().optional(),
  /** Data file with the versions of images and charts, relative to the fleet's folder. */
  versions: z.string().optional(),
  sync: syncSchema.optional(),
  /** Labels of every object in this environment. */
  labels: stringMap.optional(),
});
export interface EnvironmentSettings extends z.input<typeof environmentSettingsSchema> {}
