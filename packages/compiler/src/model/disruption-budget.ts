import { z } from 'zod';
import { intOrPercent } from './names.ts';

/** Pods that a voluntary disruption must leave, or may take; exactly one. */
export const disruptionBudgetSchema = z.strictObject({
  minAvailable: intOrPercent.optional(),
  maxUnavailable: intOrPercent.optional(),
});
