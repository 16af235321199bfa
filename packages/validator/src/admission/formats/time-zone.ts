/**
 * Whether the time zone database has a zone of this name.
 * Source: k8s.io/kubernetes, pkg/apis/batch/validation, `validateTimeZone`.
 */
export function isTimeZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = isKnown(name);
  if (known.size < 1000) known.set(name, found);
  return found;
}

/** Asking the database takes a tenth of a millisecond. */
const known = new Map<string, boolean>();

function isKnown(name: string): boolean {
  const parts = name.split('/');
  const wellFormed = parts.every(
    (part) => /^[-A-Za-z._0-9+]{1,14}$/.test(part) && part !== '.' && part !== '..' && !part.startsWith('-'),
  );
  if (!wellFormed || name.toLowerCase() === 'local' || name.startsWith('+')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
