import type { ResolvedFleet } from '../../resolved/fleet.ts';

/** Says where a document comes from, and how its commands name things. */
export function generatedNote(fleet: ResolvedFleet): string {
  return `Generated from \`environments/${fleet.name}/fleet.ts\` by \`seatrial compile\`: change the model, not this file. Commands start at the root of the repository; \`--context\` is the name of a cluster in your kubeconfig.`;
}
