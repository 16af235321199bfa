#!/usr/bin/env node
// Plain JavaScript: it must start on any Node, find one that can run the sources, and speak in one sentence if there is none.
import { run } from './on-locked-node.mjs';

await run(async () => {
  const { main } = await import('../src/main.ts');
  return main(process.argv.slice(2));
});
