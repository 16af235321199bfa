import type { FleetCheck } from '../check/check.ts';

export const fleetChecks: readonly FleetCheck[] = [];
