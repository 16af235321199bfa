import type { FleetFolder, Workspace } from './workspace.ts';

/** A model's problems together with the fleet that has them, so that they can be shown with their lines. */
export class FleetError extends Error {
  override readonly name = 'FleetError';
  override readonly cause: unknown;
  readonly source: FleetFolder;
  readonly workspace: Workspace;

  constructor(cause: unknown, source: FleetFolder, workspace: Workspace) {
    super(`the fleet ${source.name} does not load`);
    this.cause = cause;
    this.source = source;
    this.workspace = workspace;
  }
}
