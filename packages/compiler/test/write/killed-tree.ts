/** A tree of 120 files in which every version changes most files, adds some and removes others. */
export function killedTree(version: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (let index = 0; index < 90; index += 1)
    files.set(`a/${index}.yaml`, `version: ${version}\n`.repeat(40));
  for (let index = 0; index < 15; index += 1)
    files.set(`gone/${version}/${index}.yaml`, `only: ${version}\n`);
  for (let index = 0; index < 15; index += 1) files.set(`kept/${index}.yaml`, 'kept: true\n');
  return files;
}
