import { defineConfig, mergeConfig } from 'vitest/config';
import rehearsals from './vitest.rehearsal.config.ts';

/** The same for tests that need `kind` and a container engine. Run by hand. */
export default mergeConfig(
  { ...rehearsals, test: { ...rehearsals.test, include: [] } },
  defineConfig({ test: { include: ['e2e/**/*.kind-test.ts'] } }),
);
