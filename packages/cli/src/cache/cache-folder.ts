import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/**
 * The folder that holds everything `seatrial prepare` has made, outside of any work tree: `$SEATRIAL_CACHE`, else
 * `$XDG_CACHE_HOME/seatrial`, else `~/.cache/seatrial`.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = environment['SEATRIAL_CACHE'];
  if (own) return resolve(own);
  const shared = environment['XDG_CACHE_HOME'];
  // The XDG base directory specification says that a relative path is to be ignored.
  return join(shared && isAbsolute(shared) ? shared : join(homedir(), '.cache'), 'seatrial');
}
