import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectFileNames } from '../../../src/emit/kustomize/object-files.ts';
import { object, of } from './support/builders.ts';

const config = (name: string, namespace = 'luneo') => {
  const { metadata, ...rest } = object('v1', 'ConfigMap', name);
  return { ...rest, metadata: { ...metadata, namespace } };
};

test('a component and a kind, and more only where two would share a name', () => {
  const objects = of(
    'api',
    object('apps/v1', 'Deployment', 'api'),
    config('a'),
    config('b'),
    config('b', 'other'),
  );
  expect(objectFileNames(objects)).toEqual([
    'api-deployment',
    'api-configmap-a',
    'api-configmap-b-luneo',
    'api-configmap-b-other',
  ]);
});

test('names that no file system takes as they are', () => {
  const [role, long] = objectFileNames(
    of(
      'api',
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:api'),
      config('x'.repeat(253)),
      config('y'),
    ),
  );
  expect(role).toBe('api-clusterrole');
  expect(long!.length).toBeLessThanOrEqual(200);
  expect(objectFileNames(of('../../x', config('a')))).toEqual(['x-configmap']);
});

test('every object has a name of its own, also where file systems ignore case', () => {
  const text = fc.oneof(
    fc.constantFrom('a', 'A', 'a:b', 'a-b', 'a.b', '-', '..'),
    fc.string({ minLength: 1, maxLength: 4 }),
  );
  const any = fc.record({
    component: text,
    name: text,
    namespace: text,
    kind: fc.constantFrom('ConfigMap', 'Configmap', 'Secret'),
  });
  const id = ({ name, namespace, kind }: { name: string; namespace: string; kind: string }) =>
    JSON.stringify([name, namespace, kind]);
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: id, maxLength: 8 }), (list) => {
      const names = objectFileNames(
        list.map(({ component, name, namespace, kind }) => ({
          component,
          object: { apiVersion: 'v1', kind, metadata: { name, namespace } },
        })),
      );
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(list.length);
      expect(names.every((name) => /^[a-z0-9][a-z0-9.-]*$/.test(name))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
