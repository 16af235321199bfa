import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { settleOrDisprove } from '../../src/proofs/syncs/settle-or-disprove.ts';
import { Disproof, Timeout } from '../../src/run/outcome-errors.ts';
import { applicationState } from '../../src/trial/application-state.ts';
import type { ObjectSighting, Trial } from '../../src/trial/trial.ts';
import { harbourFleet } from '../fleets/harbour/harbour-fleet.ts';

const fleet = harbourFleet();
const name = 'shop-prod-north';
const pushed = 'a'.repeat(40);
const older = 'b'.repeat(40);

/** A trial in which a placement does not settle. */
function lateTrial(
  status: object,
  {
    differences = [],
    sightings = [],
  }: { differences?: readonly string[]; sightings?: readonly ObjectSighting[] } = {},
): Trial {
  const object = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name },
    spec: { source: { repoURL: fleet.repository } },
    status: { health: { status: 'Healthy' }, ...status },
  } as KubernetesObject;
  return {
    run: { clock: { now: () => 0 } },
    published: { fleet, commits: { main: pushed } },
    settle: () => Promise.reject(new Timeout('settled', 'not yet', 1000)),
    placement: () => fleet.placements.find((each) => each.name === name),
    application: () => applicationState(name, name, object, fleet.repository),
    differences: () => Promise.resolve(differences),
    recorder: () => ({ sightings, onSighting: () => () => undefined }),
  } as unknown as Trial;
}

const operation = (phase: string, revision = pushed) => ({
  operationState: { phase, syncResult: { revision } },
});
const sync = (status: string, revision = pushed) => ({ sync: { status, revision } });

test.each([
  ['still at work', { ...sync('OutOfSync'), ...operation('Running') }],
  ['not begun', sync('OutOfSync')],
  ['Synced, and only not healthy yet', { ...sync('Synced'), ...operation('Succeeded') }],
])('an Argo CD that is %s is late', async (_, status) => {
  await expect(settleOrDisprove(lateTrial(status), name)).rejects.toThrow(Timeout);
});

test.each([
  ['Synced at an older commit', sync('Synced', older), /is Synced at bbbbbbb, but aaaaaaa was pushed/u],
  ['synced and still OutOfSync', { ...sync('OutOfSync'), ...operation('Succeeded') }, /still OutOfSync/u],
  ['given up', { ...sync('OutOfSync'), ...operation('Failed') }, /gave shop-prod-north up/u],
])('an Argo CD that says it is done, and is not, disproves: %s', async (_, status, message) => {
  const settling = settleOrDisprove(lateTrial(status), name);
  await expect(settling).rejects.toThrow(Disproof);
  await expect(settling).rejects.toThrow(message);
});

test('Synced with other live objects disproves with the differences', async () => {
  const status = { ...sync('Synced'), ...operation('Succeeded') };
  const settling = settleOrDisprove(lateTrial(status, { differences: ['Deployment x has 4'] }), name);
  await expect(settling).rejects.toThrow(/Synced, but Deployment x has 4/u);
});

test('an object that goes back and forth has another writer, even while Argo CD is at work', async () => {
  const sightings = [3, 7, 3, 8, 3].map((replicas, index): ObjectSighting => {
    const metadata = { name: 'web', namespace: 'shop', generation: index };
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { replicas } };
    return { type: 'MODIFIED', object, at: index, order: BigInt(index) };
  });
  const settling = settleOrDisprove(lateTrial(operation('Running'), { sightings }), name);
  await expect(settling).rejects.toThrow(Disproof);
  await expect(settling).rejects.toThrow(/Deployment shop\/web is written by somebody else/u);
});
