import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** Tests on real control planes: `.ci/run` runs them, `npm test` does not. One file after the other: each takes the machine. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  defineConfig({
    test: {
      include: ['e2e/**/*.rehearsal-test.ts'],
      fileParallelism: false,
      testTimeout: 900_000,
      hookTimeout: 300_000,
    },
  }),
);
