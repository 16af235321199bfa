import { type ResolvedFleet } from '@seatrial/compiler';
import {
  keepEqual,
  stableJson,
  type ClusterMemory,
  type SchemaEngine,
  type SchemaSource,
} from '@seatrial/validator';
import { policyCompiler } from '../policies/policy-compiler.ts';
import { schemasOfFleet } from './clusters-to-validate.ts';
import { openEngine } from './open-engine.ts';
import { resultFile } from './result-file.ts';
import type { ValidationTools } from './validation-tools.ts';

/** Tools for many runs of one process. */
export interface LastingTools extends ValidationTools {
  /** Has the engine check one object of each kind of a fleet, so that it is quick when a changed one comes. */
  readonly warmUp: (fleet: ResolvedFleet) => Promise<void>;
  readonly end: () => Promise<void>;
}

export function lastingTools(): LastingTools {
  const kept = new Map<string, unknown>();
  const memories = new Map<string, ClusterMemory>();
  let source: SchemaSource | undefined;
  let running: SchemaEngine | undefined;
  // A digest means the same text for every run, whichever of them it comes from.
  const schemas: SchemaSource = {
    read: (digest) => source?.read(digest) ?? Promise.reject(new Error(`No schema ${digest} is known.`)),
  };

  const engine = (current: SchemaSource): SchemaEngine => {
    source = current;
    const mine = (running ??= openEngine(schemas));
    return {
      identity: mine.identity,
      async check(batch) {
        try {
          return await mine.check(batch);
        } catch (error) {
          // An engine that failed once answers no more: the next run has another.
          if (running === mine) running = undefined;
          await mine.close();
          throw error;
        }
      },
      close: () => Promise.resolve(),
    };
  };

  return {
    engine,
    policies: policyCompiler,
    results: resultFile(),
    keep(name, value) {
      const shared = keepEqual(kept.get(name), value);
      kept.set(name, shared);
      return shared;
    },
    memoryOf(fleet) {
      const memory = memories.get(fleet) ?? new Map();
      memories.set(fleet, memory);
      return memory;
    },
    async warmUp(fleet) {
      const known = await schemasOfFleet(fleet);
      const kinds = new Map(known.clusters.map((cluster) => [cluster.name, cluster.kinds]));
      const samples = new Map<string, object>();
      for (const { cluster, objects } of fleet.placements) {
        for (const { object } of objects) {
          const digest = kinds.get(cluster)?.find(object.apiVersion, object.kind)?.digest;
          if (digest !== undefined && !samples.has(digest)) samples.set(digest, object);
        }
      }
      const tasks = [...samples].map(([schema, object]) => ({ schema, json: stableJson(object) }));
      await engine(known.schemas).check(tasks);
    },
    end: async () => running?.close(),
  };
}
