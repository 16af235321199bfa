import type { Context } from '../context.ts';

/** Labels that select the pods of a workload; they never change while the workload lives. */
export function selectorLabels(component: string, context: Context): Record<string, string> {
  return { 'app.kubernetes.io/name': component, 'app.kubernetes.io/part-of': context.application };
}
