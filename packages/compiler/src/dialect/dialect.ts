import { argoCdDialect } from './argo-cd.ts';

/** What an engine reads from the annotations of an object. Its own object kinds are its emitter's business. */
export interface Dialect {
  /** Place in the order of a sync; smaller first. */
  wave(wave: number): Record<string, string>;
  /** Runs the object as a hook of a sync. */
  hook(on: string, deletePolicy: string): Record<string, string>;
  /** Lets a sync begin although the kind of this object is not defined in the cluster yet; keeps what the author wrote. */
  definitionComesLater(annotations: Readonly<Record<string, string>>): Record<string, string>;
  /** The wave that an author wrote on a raw object. */
  waveOf(annotations: Readonly<Record<string, string>>): number | undefined;
}

export const dialects = { 'argo-cd': argoCdDialect } as const satisfies Record<string, Dialect>;
