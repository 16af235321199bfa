import { join } from 'node:path';
import { recipes } from '@seatrial/guests';
import { expect, test } from 'vitest';
import { enginePath } from '../../src/cache/engine-entry.ts';
import { requirePrograms } from '../../src/rehearse/missing-programs.ts';
import { preparedPrograms } from '../../src/rehearse/programs.ts';
import { ownCache } from '../prepare/support/own-cache.ts';
import { cacheWithEmptyPrograms } from './support.ts';

test('programs are in the cache, with their versions as people say them and their files beside them', async () => {
  const cache = await cacheWithEmptyPrograms();
  const programs = preparedPrograms();
  expect(programs.path('kube-apiserver-1.29')).toBe(enginePath(recipes['kube-apiserver-1.29']));
  expect(programs.path('etcd').startsWith(join(cache, 'engines'))).toBe(true);
  expect(programs.version('argocd')).toBe(recipes.argocd.version.slice(1));
  expect(programs.files('gatekeeper')).toBe(join(programs.path('gatekeeper'), '../files'));
  expect(programs.kubernetes).toEqual(['1.29', '1.34']);
  expect(() => programs.path('kube-apiserver-1.12')).toThrow('There is no recipe for kube-apiserver-1.12');
});

test('a program that is not prepared is named with the command that prepares it', async () => {
  await ownCache();
  expect(() => preparedPrograms().path('kwok')).toThrow(
    `kwok ${recipes.kwok.version} is not prepared: run \`seatrial prepare local\`.`,
  );
  const needed = ['etcd', 'kwok', 'miniredis', 'kube-scheduler-1.29'] as const;
  await cacheWithEmptyPrograms(['etcd']);
  expect(() => requirePrograms(needed)).toThrow(
    `etcd ${recipes.etcd.version} is not prepared: run \`seatrial prepare local\`.`,
  );
  await cacheWithEmptyPrograms(['etcd', 'kwok', 'miniredis']);
  expect(() => requirePrograms(needed)).toThrow(
    `etcd ${recipes.etcd.version}, like 2 more of the programs that a rehearsal starts, is not prepared: run \`seatrial prepare local\`.`,
  );
  await cacheWithEmptyPrograms(['gatekeeper']);
  requirePrograms(needed);
});
