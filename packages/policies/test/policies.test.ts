import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as shipped from '../src/index.ts';

const {
  allowedRegistries,
  denyLatestTag,
  minimumReplicas,
  podSecurity,
  policies,
  syncSet,
  uniqueIngressHost,
} = shipped;

describe('the list of policies', () => {
  test('holds every folder with a template, once, and every policy is exported by the name of its folder', () => {
    const source = new URL('../src/', import.meta.url);
    const folders = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('/template.rego'))
      .map((path) => new URL(path.replace('template.rego', ''), source).href);
    expect(policies.map(({ folder }) => folder).sort()).toEqual(folders.sort());
    for (const policy of policies) {
      const name = policy.folder.split('/').at(-2) ?? '';
      const constant = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.entries(shipped)).toContainEqual([constant, policy]);
      expect(policy.kind.toLowerCase()).toBe(`k8s${name.replaceAll('-', '')}`);
    }
  });

  test.each(policies)('$kind: the template is one that Gatekeeper takes', ({ kind, template }) => {
    expect(template.metadata.name).toBe(kind.toLowerCase());
    const [{ code }] = template.spec.targets;
    expect(code[0].source.rego).toContain(`package ${kind.toLowerCase()}\n`);
    expect(code[0].source.rego).toContain('violation');
    // An import of a library that the template does not bring along would be refused.
    const imports = [...code[0].source.rego.matchAll(/^import data\.(lib\.\w+)$/gm)].map(([, name]) => name);
    const packages = (code[0].source.libs ?? []).map((lib) => /^package (\S+)$/m.exec(lib)?.[1]);
    expect(new Set(packages)).toEqual(new Set(imports));
  });

  test.each(policies)('$kind: what it looks up is named for Gatekeeper, and nothing else', (policy) => {
    const source = JSON.stringify(policy.template.spec.targets);
    expect(policy.references.length > 0).toBe(source.includes('data.inventory'));
    const annotation = policy.template.metadata.annotations?.['metadata.gatekeeper.sh/requires-sync-data'];
    const kinds = policy.references.map(({ kind }) => kind);
    expect(
      annotation === undefined
        ? []
        : [...annotation.matchAll(/"kinds":\["(\w+)"\]/g)].map(([, kind]) => kind),
    ).toEqual(kinds);
  });
});

describe('a constraint', () => {
  test('looks at the kinds of its policy and denies, unless it says otherwise', () => {
    expect(denyLatestTag.constraint({})).toEqual({
      apiVersion: 'constraints.gatekeeper.sh/v1beta1',
      kind: 'K8sDenyLatestTag',
      spec: { enforcementAction: 'deny', match: { kinds: denyLatestTag.kinds } },
    });
    const kinds = [{ apiGroups: [''], kinds: ['Pod'] }];
    const { spec } = minimumReplicas.constraint({
      enforcementAction: 'warn',
      match: { kinds, namespaces: ['shop'] },
      parameters: { replicas: 2 },
    });
    expect(spec).toEqual({
      enforcementAction: 'warn',
      match: { kinds, namespaces: ['shop'] },
      parameters: { replicas: 2 },
    });
  });

  test('comes with its template', () => {
    const objects = denyLatestTag.objects({ 'forbid-latest-tag': {} });
    expect(Object.keys(objects)).toEqual(['k8sdenylatesttag', 'forbid-latest-tag']);
    expect(objects['k8sdenylatesttag']).toBe(denyLatestTag.template);
  });

  test('has the parameters of its policy, by type', () => {
    // @ts-expect-error registries has no default
    allowedRegistries.constraint({});
    // @ts-expect-error a misspelt parameter
    allowedRegistries.constraint({ parameters: { registrys: ['registry.example'] } });
    // @ts-expect-error the policy has no parameters
    denyLatestTag.constraint({ parameters: { tags: ['latest'] } });
    expect(allowedRegistries.constraint({ parameters: { registries: [] } }).spec.parameters).toEqual({
      registries: [],
    });
  });
});

describe('a profile of pod security', () => {
  test('the restricted one asks for all that the baseline one asks for', () => {
    const kindsOf = (profile: 'baseline' | 'restricted'): ReadonlySet<string> =>
      new Set(Object.values(podSecurity(profile)).map(({ kind }) => kind));
    // A volume of the node is no volume of the types that are left.
    const left = [...kindsOf('baseline')].filter((kind) => !kindsOf('restricted').has(kind));
    expect(left).toEqual(['K8sAllowedHostPaths']);
  });

  test('says where it holds and what happens in every constraint', () => {
    const objects = podSecurity('restricted', { match: { namespaces: ['shop'] }, enforcementAction: 'warn' });
    const constraints = Object.entries(objects).filter(([, { kind }]) => kind !== 'ConstraintTemplate');
    expect(constraints.length).toBe(Object.keys(objects).length / 2);
    for (const [name, { spec }] of constraints) {
      expect(name).toMatch(/^restricted-/);
      expect(spec).toMatchObject({ enforcementAction: 'warn', match: { namespaces: ['shop'] } });
    }
  });
});

test('a SyncSet names each kind once', () => {
  expect(syncSet([uniqueIngressHost, minimumReplicas, uniqueIngressHost, denyLatestTag])).toEqual({
    apiVersion: 'syncset.gatekeeper.sh/v1alpha1',
    kind: 'SyncSet',
    spec: {
      gvks: [
        { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress' },
        { group: 'autoscaling', version: 'v2', kind: 'HorizontalPodAutoscaler' },
      ],
    },
  });
});
