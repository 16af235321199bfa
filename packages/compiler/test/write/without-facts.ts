/** The functions of the stage for tests that are about files: the record holds no facts. */
import type { TreeFacts } from '../../src/facts/tree-facts.ts';
import { checkTree as check } from '../../src/write/check-tree.ts';
import type { TreeLocation } from '../../src/write/tree-location.ts';
import { writeTree as write } from '../../src/write/write-tree.ts';

export const noFacts: TreeFacts = { fleet: '0'.repeat(64), applications: {}, clusters: {}, charts: [] };

export const writeTree = (location: TreeLocation, files: ReadonlyMap<string, string>) =>
  write(location, files, noFacts);

export const checkTree = (location: TreeLocation, files: ReadonlyMap<string, string>) =>
  check(location, files, noFacts);
