import { join } from 'node:path';
import { describe, test } from 'vitest';
import { emitArgoCd } from '../../../src/emit/argo-cd/index.ts';
import { fleets } from './fleets.ts';
import { expectGolden } from './golden.ts';

describe('the Argo CD objects of a fleet', () => {
  test.each(Object.entries(fleets))('%s', async (name, fleet) => {
    await expectGolden(emitArgoCd(fleet), join(import.meta.dirname, 'golden', name));
  });
});
