import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applicationSetFindings, applicationsOf, emitArgoCd } from '../../../src/emit/argo-cd/index.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import type { Placement } from '../../../src/resolved/placement.ts';
import { expandApplicationSet } from './expand-application-set.ts';
import { application, argoCd, automatedSync, chart, cluster, fleet, placement } from './fleet-builder.ts';

const applications = ['api', 'api-gateway', 'web'];
const environments = ['dev', 'prod'];
// Names that begin like one another, like an application, and one with nothing in common.
const clusters = ['hub', 'eu-1', 'eu-11', 'api'];

const label = fc.constantFrom('a', 'b');
const somewhere = fc
  .record({
    kubernetesLabels: fc.dictionary(fc.constantFrom('site', 'tier'), label, { maxKeys: 2 }),
    server: fc.option(fc.constant('https://eu.example:6443'), { freq: 5 }),
  })
  .map(({ kubernetesLabels, server }) => ({
    labels: kubernetesLabels,
    ...(server === null ? {} : { server }),
  }));

const variation = fc.record({
  namespace: fc.constantFrom('shop', 'shop-api', undefined),
  revision: fc.constantFrom('main', 'dev'),
  version: fc.constantFrom(undefined, '1.10', '2.0.0'),
  automated: fc.boolean(),
  prune: fc.boolean(),
  option: fc.constantFrom('Replace=true', 'Note={{ .name }}', 'A: "b" #c', undefined),
  annotation: fc.constantFrom('api=registry.example/api', '{{ .name }}: "b" #c', undefined),
});

/** A fleet with one ApplicationSet; each placement is or is not there, and differs or does not. */
const generated = fc
  .record({
    generator: fc.constantFrom('list', 'clusters'),
    preserve: fc.boolean(),
    places: fc.array(somewhere, { minLength: clusters.length, maxLength: clusters.length }),
    present: fc.uniqueArray(
      fc.nat({ max: applications.length * environments.length * clusters.length - 1 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
    // Few variations for many placements, so that some have in common what others do not.
    variations: fc.array(variation, { minLength: 1, maxLength: 3 }),
  })
  .map(({ generator, preserve, places, present, variations }): ResolvedFleet => {
    const placements = present.map((at, position): Placement => {
      const name = applications[at % 3] ?? '';
      const environment = environments[Math.floor(at / 3) % 2] ?? '';
      const place = clusters[Math.floor(at / 6)] ?? '';
      const { namespace, revision, version, automated, prune, option, annotation } = variations[
        position % variations.length
      ] as NonNullable<(typeof variations)[number]>;
      return placement(name, environment, place, {
        namespace: namespace ?? name,
        revision,
        charts: version === undefined ? [] : [chart('redis', version)],
        sync: {
          ...automatedSync,
          automated,
          prune,
          options: option === undefined ? [] : [option],
          annotations: annotation === undefined ? {} : { 'updater.example/image-list': annotation },
        },
      });
    });
    return fleet(
      'shop',
      {
        clusters: clusters.map((name, index) => cluster(name, { environments, ...places[index] })),
        applications: applications.map((name) => application(name)),
        placements,
      },
      {
        argoCd: argoCd(placements, {
          applicationSets: [{ name: 'all', generator, applications, preserveResourcesOnDeletion: preserve }],
        }),
      },
    );
  });

describe('an ApplicationSet', () => {
  test('generates what the compiler knows, or a finding says that it cannot', async () => {
    let expanded = 0;
    await fc.assert(
      fc.asyncProperty(generated, async (shop) => {
        if (applicationSetFindings(shop).length > 0) {
          expect(shop.argoCd.applicationSets[0]?.generator).toBe('clusters');
          return;
        }
        const set = parse(emitArgoCd(shop).get('argo-cd/application-sets/all.yaml') ?? '') as unknown;
        const actual = (await expandApplicationSet(shop, set)) as { metadata: { name: string } }[];
        const wanted = new Map(applicationsOf(shop).map((each) => [each.metadata.name, each]));
        expect(actual).toHaveLength(wanted.size);
        for (const each of actual) expect(each).toEqual(wanted.get(each.metadata.name));
        expanded += 1;
      }),
      { numRuns: 100 },
    );
    expect(expanded).toBeGreaterThan(30);
  });
});
