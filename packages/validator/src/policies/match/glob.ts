/**
 * Gatekeeper's globs: `*` at the front, at the end, or both; a `*` elsewhere is a letter like any other.
 * Source: Gatekeeper 3.23.1, pkg/wildcard.
 */
export function globMatches(glob: string, name: string): boolean {
  const open = glob.startsWith('*');
  if (open && glob.endsWith('*')) return name.includes(trimmed(glob));
  if (open) return name.endsWith(glob.slice(1));
  return glob.endsWith('*') ? name.startsWith(glob.slice(0, -1)) : name === glob;
}

/** Whether any name that begins like that matches for certain; the rest of a generated name is not known. */
export function globMatchesGenerateName(glob: string, start: string): boolean {
  if (!glob.endsWith('*')) return false;
  return glob.startsWith('*') ? start.includes(trimmed(glob)) : start.startsWith(glob.slice(0, -1));
}

/** Without one `*` at either end; of a lone `*` nothing is left. */
function trimmed(glob: string): string {
  return glob.slice(1).replace(/\*$/, '');
}
