/** What all deadlines of a rehearsal are multiplied by: 3 on a machine of a CI service, which may be busy with others, else 1. */
export function patienceHere(): number {
  return isCi() ? 3 : 1;
}

/** By custom `CI` is set there. */
export function isCi(): boolean {
  return (process.env['CI'] ?? '') !== '';
}
