import { expect, test } from 'vitest';
import { whatFailsOverDoesNotRunOnWhatIsLost } from '../../src/fleet/what-fails-over-does-not-run-on-what-is-lost.ts';
import type { FleetView } from '../../src/rendered/fleet-view.ts';
import { fleetView, nothing, pair, said } from './fleet-view.ts';

const applications = { api: { workloads: { api: { image: 'registry.example/api:1' } } } };
const check = (clusters: object) =>
  said(whatFailsOverDoesNotRunOnWhatIsLost, fleetView(applications, { clusters }));

const paris = { ...pair.paris, region: 'eu-west-3' };
const dublin = { ...pair.dublin, region: 'eu-west-1' };
const hub = { kubernetes: '1.34', role: 'hub' };

test('a hub in a region of its own, and one in the region of the standby', () => {
  expect(check({ paris, dublin, hub: { ...hub, region: 'eu-central-1' } })).toEqual(nothing);
  expect(check({ paris, dublin, hub: { ...hub, region: 'eu-west-1' } })).toEqual(nothing);
});

test('without a hub each cluster has its own Argo CD', () => {
  expect(check(pair)).toEqual(nothing);
});

test('a hub in the region of the active cluster is lost with it', () => {
  expect(check({ paris, dublin, hub: { ...hub, region: 'eu-west-3' } })).toEqual({
    findings: [
      'warning hub: The hub hub is in eu-west-3, as the active cluster paris is: when eu-west-3 is lost, nothing syncs the failover to dublin.',
    ],
    notChecked: [],
  });
});

test('a region that the model does not say is not one that is another', () => {
  expect(check({ paris, dublin, hub })).toEqual({
    findings: [],
    notChecked: ['the model does not say the region of hub'],
  });
  expect(check({ ...pair, hub: { ...hub, region: 'eu-west-3' } }).notChecked).toEqual([
    'the model does not say the region of paris',
  ]);
});

test('an Argo CD of the standby that runs on the active cluster', () => {
  const view = fleetView(applications);
  const [instance] = view.fleet.argoCd.instances;
  if (instance === undefined) throw new Error('the fleet has an Argo CD');
  const placements = view.fleet.placements.map(({ name }) => name);
  const instances = [{ ...instance, cluster: 'paris', placements }];
  const onActive: FleetView = {
    ...view,
    fleet: { ...view.fleet, argoCd: { ...view.fleet.argoCd, instances } },
  };
  expect(said(whatFailsOverDoesNotRunOnWhatIsLost, onActive).findings).toEqual([
    'error paris: The Argo CD of the standby dublin runs on paris, which is the cluster that dublin has to take over for.',
  ]);
});
