import { z } from 'zod';

/** The versions of one environment: a file that people, bots and commands edit, and that a promotion moves entries between. */
export const versionsFileSchema = z.strictObject({
  /** Tag, `sha256:…` digest or `tag@sha256:…` by image name. */
  images: z.record(z.string(), z.string()).optional(),
  /** Version by name of the chart. */
  charts: z.record(z.string(), z.string()).optional(),
});
export interface VersionsFile extends z.infer<typeof versionsFileSchema> {}
