import fc from 'fast-check';
import type { KubernetesObject, Placement, ResolvedChart, ResolvedFleet } from '../../../src/index.ts';
import { fleet, placement } from '../../emit/kustomize/support/builders.ts';

const text = fc.constantFrom('a', 'b', 'c');
/** Few values, so that two fleets often have the same. */
const content = fc.record(
  {
    replicas: fc.integer({ min: 0, max: 2 }),
    list: fc.array(text, { maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom('x', 'y/z', 't~u'), text, { maxKeys: 3 }),
    nothing: fc.constant(null),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const namespaces = ['here', 'there'];
const object: fc.Arbitrary<KubernetesObject> = fc
  .record({
    kind: fc.constantFrom('Deployment', 'StatefulSet'),
    name: fc.constantFrom('one', 'two', 'three'),
    namespace: fc.constantFrom(...namespaces),
    spec: content,
  })
  .map(({ kind, name, namespace, spec }) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec,
  }));

const chart: fc.Arbitrary<ResolvedChart> = fc
  .record({ values: content, objects: fc.option(fc.array(object, { maxLength: 2 }), { nil: undefined }) })
  .map(({ values, objects }) => ({
    component: 'chart',
    source: { repository: 'https://charts.example', chart: 'chart', version: '1.0.0' },
    release: 'chart',
    values,
    ...(objects === undefined ? {} : { objects }),
  }));

function placementOf(application: string, cluster: string): fc.Arbitrary<Placement> {
  return fc
    .record({
      objects: fc.array(fc.record({ component: fc.constantFrom('api', 'db'), object }), { maxLength: 4 }),
      charts: fc.array(chart, { maxLength: 1 }),
    })
    .map((more) =>
      placement(cluster, [], {
        application,
        ...more,
        sync: { automated: true, prune: true } as Placement['sync'],
      }),
    );
}

/** Fleets of two applications on two clusters, each perhaps left out; two placements never claim the same object. */
export const arbitraryFleet: fc.Arbitrary<ResolvedFleet> = fc
  .tuple(
    ...['first', 'second'].flatMap((application) =>
      ['paris', 'dublin'].map((cluster) => fc.option(placementOf(application, cluster), { nil: undefined })),
    ),
  )
  .map((placements) => fleet([], withoutDoubles(placements.filter((one) => one !== undefined))));

function withoutDoubles(placements: readonly Placement[]): Placement[] {
  const taken = new Set<string>();
  const isFree = (cluster: string, { kind, metadata }: KubernetesObject): boolean => {
    const key = [cluster, kind, metadata.namespace, metadata.name].join('/');
    return !taken.has(key) && taken.add(key).has(key);
  };
  return placements.map((one) => ({
    ...one,
    objects: one.objects.filter((resolved) => isFree(one.cluster, resolved.object)),
    charts: one.charts.map(({ objects, ...rest }) =>
      objects === undefined
        ? rest
        : { ...rest, objects: objects.filter((each) => isFree(one.cluster, each)) },
    ),
  }));
}
