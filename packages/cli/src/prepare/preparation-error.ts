/** What was to be prepared cannot be, here and now. The message is one sentence with a way out; the CLI exits with 3. */
export class PreparationError extends Error {
  override readonly name: string = 'PreparationError';
}

/** A program that has to be installed by hand is missing or too old. */
export class MissingTool extends PreparationError {
  override readonly name = 'MissingTool';
}
