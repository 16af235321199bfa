import { describeObject, objectId, type ResolvedObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks, type CheckResults } from '../../src/check/run-checks.ts';
import { workloadChecks } from '../../src/references/checks.ts';
import { setView } from '../../src/rendered/set-view.ts';
import { located } from '../support/objects.ts';
import { cluster, setOf } from '../support/rendered-set.ts';
import { compiledApplication } from './support/arbitrary-fleets.ts';

test('law: in what the compiler makes of workloads no reference is found wrong', () => {
  fc.assert(
    fc.property(compiledApplication, (objects) => {
      expect(check(objects).findings).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('law: an object that another one refers to is missed when it is taken away', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(compiledApplication, (objects) => {
      for (const [index, one] of objects.entries()) {
        if (!isReferredTo(one, objects)) continue;
        seen.add(one.object.kind);
        const { findings } = check(objects.toSpliced(index, 1));
        const { name } = one.object.metadata;
        expect(findings.length, describeObject(objectId(one.object))).toBeGreaterThan(0);
        // Nothing else is missed: each finding names what was taken away.
        expect(findings.filter(({ sentence }) => !sentence.includes(name))).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect([...seen].sort()).toEqual([
    'ClusterSecretStore',
    'ConfigMap',
    'Deployment',
    'ExternalSecret',
    'PersistentVolumeClaim',
    'SecretStore',
    'Service',
    'ServiceAccount',
  ]);
});

function check(objects: readonly ResolvedObject[]): CheckResults {
  const set = setOf(
    objects.map(({ object }) => located(object)),
    { clusters: [cluster('paris')] },
  );
  const [view] = setView(set).views.values();
  if (view === undefined) throw new Error('There is no cluster.');
  return runChecks(workloadChecks, view);
}

/** What belongs to a workload refers to its Deployment or Service; everything else is found by its name in other objects. */
function isReferredTo({ object, component }: ResolvedObject, objects: readonly ResolvedObject[]): boolean {
  const kindsBeside = new Set(
    objects.flatMap((other) => (other.component === component ? [other.object.kind] : [])),
  );
  const hasOne = (...kinds: readonly string[]): boolean => kinds.some((kind) => kindsBeside.has(kind));
  switch (object.kind) {
    case 'Deployment':
      return hasOne('Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'NetworkPolicy');
    case 'Service':
      return hasOne('Ingress', 'ServiceMonitor');
    case 'Ingress':
    case 'Job':
    case 'HorizontalPodAutoscaler':
    case 'NetworkPolicy':
    case 'PodDisruptionBudget':
    case 'ServiceMonitor':
      return false;
    default:
      return objects.some((other) => other.object !== object && mentions(other.object, object.metadata.name));
  }
}

/** Whether a required reference of an object names this. A variable that is optional refers to what may be missing. */
function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((member) => mentions(member, name));
  if (typeof value !== 'object' || value === null) return false;
  const { metadata: _, ...fields } = value as Readonly<Record<string, unknown>>;
  if (fields['optional'] === true) return false;
  return Object.entries(fields).some(
    ([key, member]) =>
      mentions(member, name) || (member === name && /^(name|\w+Name)$/.test(key) && !isOwnName(fields)),
  );
}

/** A container, volume, port or variable that happens to have the name. */
const isOwnName = (fields: object): boolean =>
  [
    'image',
    'mountPath',
    'containerPort',
    'port',
    'value',
    'valueFrom',
    'configMap',
    'persistentVolumeClaim',
  ].some((field) => field in fields);
