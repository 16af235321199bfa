import type { SchemaEngine, SchemaTask } from '@seatrial/validator';

/** The same engine, with a record of what it was asked. */
export function counting(engine: SchemaEngine): {
  readonly engine: SchemaEngine;
  readonly asked: SchemaTask[];
} {
  const asked: SchemaTask[] = [];
  return {
    asked,
    engine: {
      identity: engine.identity,
      check: (batch) => {
        asked.push(...batch);
        return engine.check(batch);
      },
      close: () => engine.close(),
    },
  };
}
