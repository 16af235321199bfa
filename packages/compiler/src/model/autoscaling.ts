import { z } from 'zod';

const percent = z.int().min(1).max(100);

/** Replicas between `min` and `max`, by average use of what the containers request. */
export const autoscalingSchema = z.strictObject({
  min: z.int().positive(),
  max: z.int().positive(),
  /** Percent of the requested CPU. 80 when neither `cpu` nor `memory` is given. */
  cpu: percent.optional(),
  /** Percent of the requested memory. */
  memory: percent.optional(),
});
