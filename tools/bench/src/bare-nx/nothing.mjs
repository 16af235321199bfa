/** One task, as Nx calls an executor without batches. */
export default async function nothing() {
  return { success: true };
}

/** All tasks of a run; each result as Nx wants it, times in milliseconds since 1970. */
export async function* batch(_taskGraph, options) {
  const startTime = Date.now();
  for (const task of Object.keys(options)) {
    yield { task, result: { success: true, terminalOutput: 'fine\n', startTime, endTime: Date.now() } };
  }
}
