import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';

/**
 * Keeps compiled code between runs, as the command line does for itself: for a program that is about to load this package.
 * A cache that cannot be written is only slower.
 */
export function keepCompiledCode(): void {
  enableCompileCache(join(cacheFolder(), 'compiled-code'));
}
