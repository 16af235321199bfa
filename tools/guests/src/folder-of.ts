import { fileURLToPath } from 'node:url';

/** Absolute path of the Go module of that name in this package. */
export const folderOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
