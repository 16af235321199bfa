import { readFileSync } from 'node:fs';
import { kubeconformEngine, type SchemaEngine, type SchemaSource } from '@seatrial/validator';
import { onTestFinished } from 'vitest';
import { preparedGuest } from './cache.ts';

/** The real engine over the prepared guest; closed at the end of the test, also when it fails. */
export function testEngine(schemas: SchemaSource): SchemaEngine {
  const engine = kubeconformEngine({
    guest: { digest: 'prepared', load: async () => readFileSync(preparedGuest()) },
    schemas,
  });
  onTestFinished(() => engine.close());
  return engine;
}
