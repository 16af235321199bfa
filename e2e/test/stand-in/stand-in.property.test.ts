import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emit } from '@seatrial/compiler';
import { standIn } from '../../src/stand-in/stand-in.ts';
import type { World } from '../../src/stand-in/world.ts';
import { arbitraryLighthouse } from './support/arbitrary-lighthouse.ts';
import { changedPaths } from './support/changed-paths.ts';
import { worldOf } from './support/lighthouse.ts';

const planes = ['control plane', 'data plane'] as const;

/** An object of a placement or of a base. */
const object = String.raw`(placements \d+ objects \d+|applications \d+ base \d+) object`;

/** Everything that may change, and nothing else. */
const always = [
  'repository',
  String.raw`argoCd repositories \d+ url`,
  String.raw`placements \d+ charts \d+ (source (git|repository|revision)|values seatrialRehearsal|objects)`,
  String.raw`placements \d+ sync retry backoff (duration|maxDuration)`,
  String.raw`placements \d+ windows \d+ (schedule|duration)`,
  String.raw`${object} spec provider (vault|fake)`,
  String.raw`${object} spec progressDeadlineSeconds`,
  String.raw`${object} spec (jobTemplate spec )?(backoffLimit|activeDeadlineSeconds)`,
  String.raw`${object} spec (jobTemplate spec )?template spec (priorityClassName|runtimeClassName)`,
  String.raw`${object} webhooks \d+ failurePolicy`,
];
const ofPods = [
  String.raw`${object} spec (replicas|minReplicas)`,
  String.raw`${object} spec (jobTemplate spec )?template spec (nodeSelector|affinity|topologySpreadConstraints \d+|volumes \d+ (nfs|emptyDir))`,
  String.raw`${object} spec (jobTemplate spec )?template spec (initContainers|containers) \d+ (image|imagePullPolicy|command|args|lifecycle|resources|env|ports \d+ hostPort)( .*)?`,
  String.raw`${object} spec (jobTemplate spec )?template spec (initContainers|containers) \d+ (startup|liveness|readiness)Probe (exec|httpGet|tcpSocket)( .*)?`,
];
const allowed: Readonly<Record<World['plane'], RegExp>> = {
  'control plane': new RegExp(`^(${always.join('|')})( |$)`),
  'data plane': new RegExp(`^(${[...always, ...ofPods].join('|')})( |$)`),
};

test.each(planes)('%s: touches what has a stand-in, and nothing else', (plane) => {
  fc.assert(
    fc.property(arbitraryLighthouse, (fleet) => {
      const before = structuredClone(fleet);
      const { fleet: after } = standIn(fleet, worldOf(plane));
      expect(fleet).toEqual(before);
      expect(changedPaths(fleet, after).filter((path) => !allowed[plane].test(path))).toEqual([]);
    }),
  );
});

test.each(planes)('%s: twice is the same as once, and the same input gives the same output', (plane) => {
  fc.assert(
    fc.property(arbitraryLighthouse, (fleet) => {
      const once = standIn(fleet, worldOf(plane));
      expect(standIn(structuredClone(fleet), worldOf(plane))).toEqual(once);
      const twice = standIn(once.fleet, worldOf(plane));
      expect(twice.fleet).toEqual(once.fleet);
    }),
  );
});

test.each(planes)('%s: what is written down of it names nothing of the outside', (plane) => {
  fc.assert(
    fc.property(arbitraryLighthouse, (fleet) => {
      const text = [...emit(standIn(fleet, worldOf(plane)).fleet)]
        .filter(([path]) => !path.startsWith('docs/'))
        .map(([, content]) => content)
        .join('\n');
      expect(text).not.toMatch(/git\.example|charts\.example|vault\.example/);
      if (plane === 'data plane') expect(text).not.toContain('registry.example');
    }),
  );
});
