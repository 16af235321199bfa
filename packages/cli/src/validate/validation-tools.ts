import type {
  ClusterMemory,
  PolicyCompiler,
  ResultStore,
  SchemaEngine,
  SchemaSource,
} from '@seatrial/validator';
import { policyCompiler } from '../policies/policy-compiler.ts';
import { openEngine } from './open-engine.ts';
import { resultFile } from './result-file.ts';

/** What fleets are validated with. A run has its own; a watch keeps them, with what they have learnt. */
export interface ValidationTools {
  /** Whoever asks for an engine closes it. @throws MissingFromCache */
  readonly engine: (schemas: SchemaSource) => SchemaEngine;
  /** @throws MissingFromCache */
  readonly policies: () => PolicyCompiler;
  readonly results: ResultStore & { readonly save: () => void };
  /** The value as the run before made it, as far as it is the same; `name` says which value. */
  readonly keep: <T>(name: string, value: T) => T;
  /** Of the clusters of a fleet; absent: nothing is kept. */
  readonly memoryOf?: (fleet: string) => ClusterMemory;
}

export function toolsOfOneRun(): ValidationTools {
  return {
    engine: openEngine,
    policies: policyCompiler,
    results: resultFile(),
    keep: (_, value) => value,
  };
}
