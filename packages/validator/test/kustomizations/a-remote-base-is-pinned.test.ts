import { expect, test } from 'vitest';
import { saidOf } from './support/said.ts';

test.each([
  'https://github.com/org/repo//base?ref=v1.2.0',
  'github.com/org/repo?ref=0f2c5e6a',
  'git@github.com:org/repo.git//base?ref=v1',
  'https://github.com/org/repo/releases/download/v1.2.0/install.yaml',
  'https://raw.githubusercontent.com/org/repo/v1.2.0/install.yaml',
  '../base',
])('%s is pinned', (entry) => {
  expect(saidOf({ 'top/kustomization.yaml': `resources:\n  - ${entry}\n` }).findings).toEqual([]);
});

test.each([
  ['https://github.com/org/repo//base', 'the default branch'],
  ['github.com/org/repo', 'the default branch'],
  ['git@github.com:org/repo.git//base?ref=main', 'the branch main'],
  ['https://github.com/org/repo//base?ref=refs/heads/dev', 'the branch refs/heads/dev'],
  ['https://raw.githubusercontent.com/org/repo/main/install.yaml', '"main"'],
])('%s follows a branch', (entry, what) => {
  expect(saidOf({ 'top/kustomization.yaml': `resources:\n  - ${entry}\n` }).findings).toEqual([
    `SEA3605 warning top/kustomization.yaml:2:5 ${entry} follows ${what}, so it can change without a change here.`,
  ]);
});
