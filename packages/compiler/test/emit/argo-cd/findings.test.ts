import { describe, expect, test } from 'vitest';
import { applicationSetFindings, argoCdExplanations } from '../../../src/emit/argo-cd/index.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import {
  application,
  argoCd,
  automatedSync,
  chart,
  cluster,
  fleet,
  manualSync,
  placement,
} from './fleet-builder.ts';
import { fleets } from './fleets.ts';

const clusters = [
  cluster('hub', { role: 'hub', environments: [] }),
  cluster('paris', { labels: { site: 'public' } }),
  cluster('dublin', { labels: { site: 'public' } }),
  cluster('lab', { labels: { site: 'public' } }),
];

type Set = ResolvedFleet['argoCd']['applicationSets'][number];

function withSet(
  applications: ResolvedFleet['applications'],
  placements: ResolvedFleet['placements'],
  set: Partial<Set> = {},
): ResolvedFleet {
  const applicationSet: Set = {
    name: 'set',
    generator: 'list',
    applications: ['api'],
    preserveResourcesOnDeletion: false,
    ...set,
  };
  return fleet(
    'shop',
    { clusters, applications, placements },
    { argoCd: argoCd(placements, { applicationSets: [applicationSet] }) },
  );
}

function told(found: ResolvedFleet): string[] {
  return applicationSetFindings(found).map(({ code, sentence }) => `${code} ${sentence}`);
}

describe('what Argo CD cannot do', () => {
  test('wait for an application that an ApplicationSet generates', () => {
    const shop = withSet(
      [application('api'), application('web', { after: ['api'], wave: 1 })],
      [placement('api', 'prod', 'paris'), placement('web', 'prod', 'paris')],
    );
    expect(told(shop)).toEqual([
      'SEA2001 web waits for api, but the ApplicationSet set is healthy before the Application of api that it generates is.',
    ]);
  });

  test('order two applications of one ApplicationSet', () => {
    const shop = withSet(
      [application('api'), application('web', { after: ['api'], wave: 1 })],
      [placement('api', 'prod', 'paris'), placement('web', 'prod', 'paris')],
      { applications: ['api', 'web'] },
    );
    expect(told(shop)).toEqual([
      'SEA2002 web waits for api, but the ApplicationSet set generates both at once.',
    ]);
  });

  test('an ApplicationSet may wait for an Application', () => {
    const shop = withSet(
      [application('db'), application('api', { after: ['db'], wave: 1 })],
      [placement('db', 'prod', 'paris'), placement('api', 'prod', 'paris')],
    );
    expect(told(shop)).toEqual([]);
  });

  test('find clusters that no label tells apart from another one', () => {
    const shop = withSet(
      [application('api')],
      [placement('api', 'prod', 'paris'), placement('api', 'prod', 'dublin')],
      { generator: 'clusters' },
    );
    expect(told(shop)).toEqual([
      'SEA2003 No labels select exactly the clusters of api in prod (paris, dublin), so the clusters generator of set cannot find them.',
    ]);
  });

  test('generate from a label what differs from cluster to cluster', () => {
    const shop = withSet(
      [application('api')],
      ['paris', 'dublin', 'lab'].map((place) =>
        placement('api', 'prod', place, {
          sync: place === 'lab' ? manualSync : automatedSync,
          charts: [chart('api', place === 'dublin' ? '2.0.0' : '1.0.0')],
        }),
      ),
      { generator: 'clusters' },
    );
    expect(told(shop)).toEqual([
      'SEA2004 spec.sources of the Applications of set differs between clusters of one environment, which its clusters generator cannot say.',
      'SEA2004 spec.syncPolicy.automated of the Applications of set differs between clusters of one environment, which its clusters generator cannot say.',
    ]);
  });

  test('leave objects behind although the ApplicationSet deletes them', () => {
    const shop = withSet(
      [application('api')],
      [placement('api', 'prod', 'paris', { sync: { ...automatedSync, preserveOnDeletion: true } })],
    );
    expect(told(shop)).toEqual([
      'SEA2005 api-prod-paris is to leave its objects when it is deleted, but the ApplicationSet set gives every Application the finalizer that deletes them.',
    ]);
  });

  test('wait for what another Argo CD syncs', () => {
    const placements = [placement('db', 'prod', 'paris'), placement('api', 'prod', 'dublin')];
    const shop = fleet(
      'shop',
      {
        clusters,
        applications: [application('db'), application('api', { after: ['db'], wave: 1 })],
        placements,
      },
      {
        argoCd: argoCd(placements, {
          instances: placements.map((each) => ({
            cluster: each.cluster,
            folder: `argo-cd/${each.cluster}`,
            revision: each.revision,
            placements: [each.name],
          })),
        }),
      },
    );
    expect(told(shop)).toEqual([
      'SEA2006 api waits for db, but the Argo CD on dublin does not sync db, so there it does not wait.',
    ]);
  });

  test('the golden fleets ask for nothing of the kind', () => {
    for (const golden of Object.values(fleets)) expect(told(golden)).toEqual([]);
  });

  test('every code is explained', () => {
    expect(argoCdExplanations.map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `SEA200${number}`),
    );
  });
});
