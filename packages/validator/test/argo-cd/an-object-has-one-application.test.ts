import { describe, expect, test } from 'vitest';
import { anObjectHasOneApplication } from '../../src/argo-cd/an-object-has-one-application.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, partOf, unitsOf, written } from './argo-set.ts';
import { named } from './texts.ts';

describe('an object of two Applications', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';
  const twice = (
    destinations: readonly [string, string],
    clusters: Readonly<Record<string, string>>,
    applied = cm,
  ) => {
    const objects = ['a', 'b'].flatMap((name, at) =>
      written(named(name, `destination: {${destinations[at] ?? ''}}`), { file: `${name}.yaml` }),
    );
    const units = unitsOf(objects, clusters);
    return argoSet(
      [...objects, ...units.flatMap(({ name, cluster }) => written(applied, { cluster }, name))],
      { units },
    );
  };
  const own = 'name: in-cluster, namespace: web';

  test('is found on one cluster', () => {
    expect(runSetCheck(anObjectHasOneApplication, twice([own, own], {})).findings).toEqual([
      'error ConfigMap/c : ConfigMap c is applied to hub by two Applications, a and b.',
    ]);
  });

  test('is found where only the namespace of the destination says that it is the same', () => {
    const bare = cm.replace(', namespace: web', '');
    expect(runSetCheck(anObjectHasOneApplication, twice([own, own], {}, bare)).findings).toHaveLength(1);
    expect(
      runSetCheck(anObjectHasOneApplication, twice([own, own.replace('web', 'shop')], {}, bare)).findings,
    ).toEqual([]);
  });

  test('is none on two clusters', () => {
    expect(runSetCheck(anObjectHasOneApplication, twice([own, 'name: paris'], { b: 'paris' }))).toEqual({
      findings: [],
      notChecked: [],
    });
  });

  test('in a repository is sure only where the destinations mean one cluster', () => {
    expect(runSetCheck(anObjectHasOneApplication, partOf(twice([own, own], {})))).toEqual({
      findings: [],
      notChecked: ['whether Applications that apply it go to one cluster is not known (1)'],
    });
    const named = partOf(twice(['name: paris', 'name: paris'], { a: 'paris', b: 'paris' }));
    expect(runSetCheck(anObjectHasOneApplication, named).findings).toHaveLength(1);
  });

  test('is none for a hook, and the model says it of a fleet', () => {
    const hook = cm.replace('name: c', 'name: c, annotations: {argocd.argoproj.io/hook: PreSync}');
    expect(runSetCheck(anObjectHasOneApplication, twice([own, own], {}, hook)).findings).toEqual([]);
    const set = twice([own, own], {});
    const ofFleet = {
      ...set,
      objects: set.objects.map((each) => ({ ...each, place: { ...each.place, fleet: 'shop' } })),
    };
    expect(runSetCheck(anObjectHasOneApplication, ofFleet).findings).toEqual([]);
  });

  test('is told once for two Applications, however many objects they share', () => {
    expect(
      runSetCheck(
        anObjectHasOneApplication,
        twice([own, own], {}, `${cm}\n---\n${cm.replace('name: c', 'name: d')}`),
      ).findings,
    ).toEqual([
      'error ConfigMap/c : ConfigMap c and 1 more are applied to hub by two Applications, a and b.',
    ]);
  });
});
