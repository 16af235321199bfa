import type { LabOptions } from './rehearsal-options.ts';

/**
 * What all deadlines of a rehearsal are multiplied by: 3 on a machine of a CI service, which may be busy with others, 2
 * where a machine carries all the nodes and pods of a fleet, else 1.
 */
export function patienceHere(provider: LabOptions['provider']): number {
  if (isCi()) return 3;
  return provider === 'kind' ? 2 : 1;
}

/** By custom `CI` is set there. */
export function isCi(): boolean {
  return (process.env['CI'] ?? '') !== '';
}
