import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that the lock file pins where npm has it for this machine, else the running one when it can run the sources. */
export function lockedNode(root, { platform, arch, execPath, versions } = process) {
  const locked = join(root, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
  if (existsSync(locked)) return locked;
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  // 22.18 is the first that strips types without a flag; 23 before 23.6 does not.
  const stripsTypes = major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return stripsTypes ? execPath : undefined;
}
