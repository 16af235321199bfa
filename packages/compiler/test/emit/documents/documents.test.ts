import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitDocuments } from '../../../src/emit/documents/index.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import { application, argoCd, cluster, fleet, placement } from '../argo-cd/fleet-builder.ts';
import { fleets } from '../argo-cd/fleets.ts';
import { expectGolden } from '../argo-cd/golden.ts';
import { shop } from './shop.ts';

describe('the documents of a fleet', () => {
  test('a fleet with a failover, secrets and hosts has all three', async () => {
    await expectGolden(emitDocuments(shop), join(import.meta.dirname, 'golden', 'shop'));
  });

  test('one Argo CD a cluster, synced by hand', async () => {
    await expectGolden(emitDocuments(fleets['one-each']), join(import.meta.dirname, 'golden', 'one-each'));
  });

  test('clusters are registered with the labels that select them', async () => {
    await expectGolden(emitDocuments(fleets['by-labels']), join(import.meta.dirname, 'golden', 'by-labels'));
  });

  test('a document without content is not there', () => {
    expect([...emitDocuments(fleets['single-application']).keys()]).toEqual(['docs/INITIAL_DEPLOYMENT.md']);
    const empty = fleet('empty', { clusters: [], applications: [], placements: [] });
    expect([...emitDocuments(empty).keys()]).toEqual([]);
  });

  test('every command of a runbook names a context, a cluster or an Application that the fleet has', () => {
    const text = [...emitDocuments(shop).values()].join('\n');
    const contexts = new Set([...text.matchAll(/--context (\S+)/g)].map(([, name]) => name));
    expect([...contexts].sort()).toEqual(['dublin', 'hub', 'paris']);
    const names = new Set(shop.placements.map(({ name }) => name));
    const synced = [...text.matchAll(/^argocd app (?:sync|wait) (?!--)(.+?) --/gm)].flatMap(([, list = '']) =>
      list.split(' '),
    );
    expect(synced.length).toBeGreaterThan(0);
    expect(synced.filter((name) => !names.has(name))).toEqual([]);
  });

  test('what the standby lacks is said', () => {
    const placements = [
      placement('api', 'prod', 'paris'),
      placement('batch', 'prod', 'paris'),
      placement('api', 'prod', 'dublin'),
    ];
    const alone: ResolvedFleet = fleet(
      'alone',
      {
        clusters: [cluster('paris', { role: 'active' }), cluster('dublin', { role: 'standby' })],
        applications: [application('api'), application('batch')],
        placements,
      },
      { failover: [{ active: 'paris', standby: 'dublin' }], argoCd: argoCd(placements) },
    );
    expect(emitDocuments(alone).get('docs/DR_RUNBOOK.md')).toContain(
      '- `batch-prod-paris` has no counterpart on dublin and stays down with its cluster.',
    );
  });
});
