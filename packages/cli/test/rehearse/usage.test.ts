import { recipes } from '@seatrial/guests';
import { beforeAll, expect, test } from 'vitest';
import { ownCache } from '../prepare/support/own-cache.ts';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const shop = (): ReturnType<typeof temporaryWorkspace> =>
  temporaryWorkspace({ 'environments/shop/fleet.ts': fleetText('shop') });

test.each([
  [['rehearse', 'shp'], 'There is no fleet "shp".'],
  [['rehearse', 'shop', '--provider', 'docker'], "argument 'docker' is invalid"],
  [['rehearse', 'shop', '--provider', 'existing'], '--provider existing needs to be told'],
  [['rehearse', 'shop', '--contexts', 'contexts.yaml'], '--contexts is for clusters that exist'],
  [['rehearse', 'shop', '--proof', 'heal'], 'There is no proof "heal".'],
  [['rehearse', 'shop', '--fault', 'prune'], 'There is no fault "prune".'],
  [['rehearse', 'shop', '--cluster', 'pari'], 'There is no cluster "pari".'],
  [['cluster-up'], "missing required argument 'fleet'"],
  [['cluster-up', 'sho'], 'There is no fleet "sho".'],
] as const)('%j is wrong, and says so in a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await shop().seatrial(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});

test.each(['rehearse', 'cluster-up'])(
  '%s builds nothing: what is not prepared is named, with the way out',
  async (command) => {
    const workspace = shop().withEnvironment({ SEATRIAL_CACHE: await ownCache() });
    const { code, stdout, stderr } = await workspace.seatrial(command, 'shop');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(`etcd ${recipes.etcd.version}, like 8 more `);
    expect(stderr).toContain('run `seatrial prepare local`.');
  },
);
