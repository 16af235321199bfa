import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applicationsOf, emitArgoCd } from '../../../src/emit/argo-cd/index.ts';
import type { KubernetesObject } from '../../../src/objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import { expandApplicationSet } from './expand-application-set.ts';
import { fleets } from './fleets.ts';

function emitted(fleet: ResolvedFleet, kind: string): KubernetesObject[] {
  return [...emitArgoCd(fleet)]
    .filter(([path]) => !path.endsWith('kustomization.yaml') && !path.endsWith('root.yaml'))
    .map(([, text]) => parse(text) as KubernetesObject)
    .filter((object) => object.kind === kind);
}

function byName(objects: readonly unknown[]): unknown[] {
  const name = (object: unknown) => (object as KubernetesObject).metadata.name;
  return [...objects].sort((left, right) => (name(left) < name(right) ? -1 : 1));
}

describe('the Applications that an Argo CD ends up with are those that the compiler knows', () => {
  test.each(Object.entries(fleets))('%s', async (_name, fleet) => {
    const sets = emitted(fleet, 'ApplicationSet');
    const generated = await Promise.all(sets.map((set) => expandApplicationSet(fleet, set)));
    const all = [...emitted(fleet, 'Application'), ...generated.flat()];
    expect(byName(all)).toEqual(byName(applicationsOf(fleet)));
    expect(all).toHaveLength(fleet.placements.length);
  });

  test('an element that lacks a parameter is an error, as it is in the controller', async () => {
    const [set] = emitted(fleets['two-regions'], 'ApplicationSet');
    const broken = structuredClone(set) as unknown as {
      spec: { generators: { list: { elements: Record<string, unknown>[] } }[] };
    };
    delete broken.spec.generators[0]?.list.elements[0]?.['cluster'];
    await expect(expandApplicationSet(fleets['two-regions'], broken)).rejects.toThrow(
      /no entry for key "cluster"/,
    );
  });
});
