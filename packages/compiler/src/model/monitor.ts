import { z } from 'zod';
import { stringMap } from './names.ts';

/** How Prometheus scrapes the workload (a ServiceMonitor). */
export const monitorSchema = z.strictObject({
  /** Name of a port of the workload: `metrics` when there is one, else the first. */
  port: z.string().optional(),
  path: z.string().startsWith('/', 'does not start with "/"').optional(),
  /** For example `30s`. */
  interval: z.string().optional(),
  /** Labels by which a Prometheus selects its ServiceMonitors. */
  labels: stringMap.optional(),
});
export interface Monitor extends z.input<typeof monitorSchema> {}
