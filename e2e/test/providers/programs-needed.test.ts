import { expect, test } from 'vitest';
import type { ResolvedFleet } from '@seatrial/compiler';
import { programsNeeded } from '../../src/providers/programs-needed.ts';
import { harbourFleet } from '../fleets/harbour/harbour-fleet.ts';

const harbour = harbourFleet();
const plain: ResolvedFleet = { ...harbour, placements: [] };
const prepared = ['1.29', '1.34'];

test('the local provider needs the control planes of the versions that run, and what the fleet brings', () => {
  const controlPlanes = ['kube-apiserver-1.29', 'kube-controller-manager-1.29', 'kube-scheduler-1.29'];
  const needed = ['argocd', 'etcd', 'helm', 'kustomize', 'kwok', 'miniredis', ...controlPlanes];
  expect([...programsNeeded('local', plain, prepared)].sort()).toEqual(needed.toSorted());
  expect([...programsNeeded('local', harbour, prepared)].sort()).toEqual(
    [...needed, 'external-secrets', 'gatekeeper'].toSorted(),
  );
});

test('where clusters are not started here, no control plane is needed', () => {
  expect(programsNeeded('existing', plain, [])).toEqual(['argocd', 'miniredis', 'kustomize', 'helm']);
  expect(programsNeeded('kind', plain, [])).toEqual(['argocd', 'probe']);
  expect(programsNeeded('kind', harbour, [])).toContain('gatekeeper');
});
