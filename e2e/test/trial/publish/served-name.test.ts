import { expect, test } from 'vitest';
import { servedName } from '../../../src/trial/publish/served-name.ts';

test.each([
  ['https://git.example/shop/fleet.git', 'git.example/shop/fleet'],
  ['https://git.example/shop/fleet', 'git.example/shop/fleet'],
  ['git@git.example:shop/fleet.git', 'git.example/shop/fleet'],
  ['ssh://git@git.example:22/shop/fleet.git', 'git.example/22/shop/fleet'],
  ['https://charts.example/', 'charts.example'],
  ['oci://charts.example/shop charts', 'charts.example/shop-charts'],
  ['file:///srv/../charts', 'srv/charts'],
])('%s is served as %s', (address, name) => {
  expect(servedName(address)).toBe(name);
});
