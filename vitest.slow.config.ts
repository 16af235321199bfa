import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** Tests that take minutes, of whole workspaces, of kills, of accidents at random: `.ci/run` runs them, `npm test` does not. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  defineConfig({
    test: { include: ['{packages,tools,e2e}/**/*.slow-test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
  }),
);
