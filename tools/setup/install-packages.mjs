import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './run-child.mjs';

/** Runs `npm ci` unless node_modules is already what package-lock.json says. Yields an exit code. */
export async function installPackages(root) {
  if (isInstalled(root)) return 0;
  process.stderr.write('Installing the npm packages (about a minute on a first run) …\n');
  const code = await runChild('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // npm writes to stdout, which belongs to the command that comes after it.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (code !== 0 && code < 128) {
    process.stderr.write('npm could not install the packages: see its message above, then run this again.\n');
    return 3;
  }
  return code;
}

/**
 * Whether npm's own record of what it installed agrees with the lock file. The record is the last thing that npm writes,
 * so an interrupted install has none, and it holds after `npm install` by hand, where a stamp of ours would not.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const installed = present[path];
    // Packages for other platforms are optional and rightly absent.
    if (installed === undefined) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
