import { plan } from '@seatrial/compiler';
import { describe, expect, test } from 'vitest';
import { mergeOverrides } from '../../src/model-changes/override-on-cluster.ts';
import { markAnnotation, withMarks } from '../../src/model-changes/with-marks.ts';
import { spareApplications, withSpareApplications } from '../../src/model-changes/with-spare-applications.ts';
import { withSpareObjects } from '../../src/model-changes/with-spare-objects.ts';
import { plannedChanges } from '../../src/proofs/changes/planned-changes.ts';
import { resolved, smallModel } from '../proofs/small-fleet.ts';

const fleet = resolved(smallModel);
const owners = fleet.placements.map(({ name }) => name);

test('two overrides as one keep what removes', () => {
  const merged = mergeOverrides({ hooks: { a: { x: 1 } } }, { hooks: { a: null, b: { y: 2 } } });
  expect(merged).toEqual({ hooks: { a: null, b: { y: 2 } } });
  expect(mergeOverrides(undefined, { a: 1 })).toEqual({ a: 1 });
});

describe('marks', () => {
  test('change one object of the placements that are named, and nothing of any other', () => {
    const marks = [
      { application: 'shop', cluster: 'left', value: 'one' },
      { application: 'names', cluster: 'right', value: 'one' },
    ];
    const changed = plan(fleet, resolved(withMarks(smallModel, fleet, marks)));
    const written = new Map(owners.map((name) => [name, plannedChanges(changed, name).written]));
    expect(written.get('names-prod-right')).toEqual(['/Namespace//names']);
    expect(written.get('shop-prod-left')).toHaveLength(1);
    expect([...written].flatMap(([name, keys]) => (keys.length > 0 ? [name] : []))).toEqual([
      'shop-prod-left',
      'names-prod-right',
    ]);
    expect(changed.steps).toMatchObject([
      { action: 'change', changes: [{ path: '/metadata/annotations', after: { [markAnnotation]: 'one' } }] },
      { action: 'change', changes: [{ path: '/metadata/annotations', after: { [markAnnotation]: 'one' } }] },
    ]);
  });

  test('pass by what the model patches itself, and hooks', () => {
    const marked = resolved(
      withMarks(smallModel, fleet, [{ application: 'shop', cluster: 'left', value: 'one' }]),
    );
    const objects = marked.placements.find(({ name }) => name === 'shop-prod-left')?.objects ?? [];
    const [one, ...others] = objects.filter(({ object }) => object.metadata.annotations?.[markAnnotation]);
    expect(others).toEqual([]);
    expect(['Job', 'ConfigMap']).not.toContain(one?.object.kind);
  });

  test('change a value of the chart where a placement has nothing but charts', () => {
    const marks = [{ application: 'chart', cluster: 'right', value: 'one' }];
    expect(plan(fleet, resolved(withMarks(smallModel, fleet, marks))).charts).toMatchObject([
      {
        action: 'change',
        owner: 'chart-prod-right',
        changes: [{ path: '/values/seatrialMark', after: 'one' }],
      },
    ]);
  });
});

test('a spare object comes where it is asked for, and its removal is exactly what the plan deletes', () => {
  const spots = fleet.placements.filter(({ cluster }) => cluster === 'left');
  const richer = resolved(withSpareObjects(smallModel, spots));
  const back = plan(richer, fleet);
  for (const name of owners) {
    const { deleted, written, kept } = plannedChanges(back, name);
    expect(deleted).toHaveLength(name.endsWith('left') ? 1 : 0);
    expect([...written, ...kept]).toEqual([]);
  }
});

test('an application that leaves takes its objects along exactly where its settings say so', () => {
  const inSets: typeof smallModel = {
    ...smallModel,
    argoCd: {
      applicationSets: {
        keeping: { generator: 'list', applications: ['shop'], preserveResourcesOnDeletion: true },
        taking: { generator: 'list', applications: ['names'] },
      },
    },
  };
  const spares = spareApplications(inSets);
  expect(spares.map(({ set }) => set)).toEqual([undefined, 'keeping', 'taking']);
  const richer = resolved(withSpareApplications(inSets, spares));
  const back = plan(richer, resolved(inSets));
  const fates = richer.placements
    .filter(({ application }) => application.startsWith('seatrial-'))
    .map(({ name, application }) => {
      const { deleted, kept } = plannedChanges(back, name);
      return `${spares.find((spare) => spare.name === application)?.set}: ${deleted.length} go, ${kept.length} stay`;
    });
  expect(new Set(fates)).toEqual(
    new Set(['undefined: 1 go, 0 stay', 'keeping: 0 go, 1 stay', 'taking: 1 go, 0 stay']),
  );
  expect(fates).toHaveLength(5);
});
