import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { applicationState } from '../../src/trial/application-state.ts';
import { lookAtStatus } from '../../src/trial/settle.ts';
import type { Published } from '../../src/trial/trial.ts';
import { harbourFleet } from '../fleets/harbour/harbour-fleet.ts';

const commit = 'a'.repeat(40);
const older = 'b'.repeat(40);
const fleet = harbourFleet();
const { repository } = fleet;
const placement = fleet.placements.find(({ name }) => name === 'shop-prod-north') as Placement;
const published = { fleet, commits: { main: commit }, message: '', at: 0, model: {} } as unknown as Published;

function application(status: object, spec: object = { source: { repoURL: repository } }, more: object = {}) {
  const object = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: placement.name, namespace: 'argocd' },
    spec,
    status,
    ...more,
  } as KubernetesObject;
  return applicationState(placement.name, placement.name, object, repository);
}

const done = (revision: string, operation = revision) => ({
  sync: { status: 'Synced', revision },
  health: { status: 'Healthy' },
  operationState: { phase: 'Succeeded', syncResult: { revision: operation } },
});

test('settled is Synced, Healthy and Succeeded at the pushed commit', () => {
  expect(lookAtStatus(placement, application(done(commit)), published)).toMatchObject({
    met: true,
    value: { synced: true, revision: commit },
  });
});

test('an older operation is enough where nothing changed, and it is said', () => {
  expect(lookAtStatus(placement, application(done(commit, older)), published)).toMatchObject({
    met: true,
    value: { synced: false, operationRevision: older },
  });
});

test.each([
  ['an older revision', done(older)],
  ['OutOfSync', { ...done(commit), sync: { status: 'OutOfSync', revision: commit } }],
  ['not healthy', { ...done(commit), health: { status: 'Degraded' } }],
  ['still running', { ...done(commit), operationState: { phase: 'Running' } }],
  ['no operation', { ...done(commit), operationState: undefined }],
])('Synced is not believed: %s', (_, status) => {
  expect(lookAtStatus(placement, application(status), published).met).toBe(false);
});

test('an operation that is asked for and not begun is awaited', () => {
  const asked = application(done(commit), undefined, { operation: { sync: {} } });
  expect(lookAtStatus(placement, asked, published).met).toBe(false);
});

test('of several sources the one with the tree counts', () => {
  const { revision, operation } = application(
    {
      sync: { status: 'Synced', revisions: ['1.2.3', commit] },
      operationState: { phase: 'Running', operation: { sync: { revisions: ['1.2.3', older] } } },
    },
    { sources: [{ repoURL: 'https://charts.example' }, { repoURL: repository }] },
  );
  expect(revision).toBe(commit);
  expect(operation).toMatchObject({ phase: 'Running', revision: older });
});

test('what Argo CD has not looked at is Unknown, what is not there is absent', () => {
  expect(application({}).sync).toBe('Unknown');
  expect(applicationState('x', 'x', undefined, repository)).toMatchObject({
    sync: 'absent',
    health: 'Missing',
  });
});
