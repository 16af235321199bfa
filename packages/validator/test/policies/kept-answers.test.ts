import { describe, expect, test } from 'vitest';
import { configMap, constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const onConfigMaps = "{ match: { kinds: [{ apiGroups: [''], kinds: [ConfigMap] }] } }";
const always = templateWith('package k8stest\nviolation[{"msg": "it is there"}] { true }');

describe('answers of earlier runs', () => {
  test('stand for the same object, parameters and policy, on every cluster', async () => {
    const kept = new Map<string, unknown>();
    const asked: string[] = [];
    const results = {
      get: (key: string) => kept.get(key),
      put(key: string, answer: unknown) {
        asked.push(key);
        kept.set(key, answer);
      },
    };
    const text = always + constraintWith(onConfigMaps) + configMap;
    const both = [...objectsOf(text, 'paris'), ...objectsOf(text, 'dublin')];
    expect((await said(both, { results })).findings).toHaveLength(2);
    // The constraint against its schema, and the object against the constraint.
    expect(asked).toHaveLength(2);
    expect((await said(both, { results })).findings).toHaveLength(2);
    expect(asked).toHaveLength(2);
    expect(JSON.parse(JSON.stringify([...kept]))).toEqual([...kept]);
    await said(objectsOf(text.replace('key: value', 'key: other')), { results });
    expect(asked).toHaveLength(3);
  });

  test('are not kept of a policy that gave up', async () => {
    const kept = new Map<string, unknown>();
    const results = {
      get: (key: string) => kept.get(key),
      put: (key: string, answer: unknown) => void kept.set(key, answer),
    };
    const failing = templateWith('package k8stest\nviolation[{"msg": 1}] { true }');
    await said(objectsOf(failing + constraintWith(onConfigMaps) + configMap), { results });
    expect([...kept.values()]).toEqual([true]);
  });
});
