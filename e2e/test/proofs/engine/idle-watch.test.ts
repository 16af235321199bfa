import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { idleWatch } from '../../../src/proofs/engine/idle-watch.ts';
import { applicationState } from '../../../src/trial/application-state.ts';
import type { Trial } from '../../../src/trial/trial.ts';
import { harbourFleet } from '../../fleets/harbour/harbour-fleet.ts';

const fleet = harbourFleet();
const name = 'shop-prod-north';
const pushed = 'a'.repeat(40);
const older = 'b'.repeat(40);

/** Asks at these seconds what Argo CD says then, and gives the last answer. */
function asked(states: readonly (readonly [seconds: number, application: object])[]): boolean {
  let now = 0;
  let object: KubernetesObject | undefined;
  const isIdle = idleWatch(
    {
      run: { clock: { now: () => now * 1000 }, patience: 1 },
      published: { fleet, commits: { main: pushed } },
      placement: () => fleet.placements.find((each) => each.name === name),
      application: () => applicationState(name, name, object, fleet.repository),
    } as unknown as Trial,
    name,
  );
  let answer = false;
  for (const [seconds, application] of states) {
    now = seconds;
    object = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name },
      spec: { source: { repoURL: fleet.repository } },
      ...application,
    };
    answer = isIdle();
  }
  return answer;
}

const behind = (revision = pushed, phase = 'Succeeded') => ({
  status: { sync: { status: 'OutOfSync', revision }, operationState: { phase } },
});

test('behind what was pushed for a while, with no sync: idle', () => {
  expect(
    asked([
      [0, behind()],
      [9, behind()],
    ]),
  ).toBe(false);
  expect(
    asked([
      [0, behind()],
      [9, behind()],
      [10, behind()],
    ]),
  ).toBe(true);
});

test.each([
  ['a sync runs', behind(pushed, 'Running')],
  ['a sync is asked for', { ...behind(), operation: { sync: {} } }],
  ['it has not compared the commit', behind(older)],
  ['it is in step', { status: { sync: { status: 'Synced', revision: pushed } } }],
])('while %s it is not idle, and the while begins anew', (_what, busy) => {
  expect(
    asked([
      [0, busy],
      [20, busy],
    ]),
  ).toBe(false);
  expect(
    asked([
      [0, behind()],
      [9, busy],
      [10, behind()],
      [19, behind()],
    ]),
  ).toBe(false);
});
