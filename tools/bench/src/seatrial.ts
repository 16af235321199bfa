import { fileURLToPath } from 'node:url';

/** The command line of this repository, as npm links it, for Node to run. */
export const seatrial = fileURLToPath(new URL('../../../node_modules/.bin/seatrial', import.meta.url));
