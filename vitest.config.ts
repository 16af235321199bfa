import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,tools,environments,e2e}/**/*.test.{ts,mjs}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // A fork of its own for each file: tests start guests and child processes, which a shared thread would outlive.
    pool: 'forks',
    // Most of a test is waiting for a child process.
    maxWorkers: '100%',
    // Real engines on a busy two-core machine; a hang still ends, long before a CI job does.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
