export { main } from './main.ts';
export { smallestFleet, type NewFleet } from './init/smallest-fleet.ts';
export { findEngine } from './cache/engine-entry.ts';
export { reportError } from './error-boundary.ts';
export { prepare } from './prepare/prepare.ts';
