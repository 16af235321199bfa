import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { argoCdChecks } from '../../src/argo-cd/checks.ts';
import { repositoryOf } from '../support/rendered-set.ts';
import { runSetCheck } from '../support/run-check.ts';
import { edited, edits } from '../support/odd-values.ts';
import { argoSet, oddObjects, partOf, unitsOf } from './argo-set.ts';

describe('the checks of Argo CD', () => {
  test('have a code each', () => {
    const codes = argoCdChecks.map(({ explanation }) => explanation.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(argoCdChecks.map((check) => [check.rule, check] as const))(
    'do not stumble over objects of any shape: %s',
    (_, check) => {
      const units = oddObjects.map((application, index) => ({
        name: `u${index}`,
        cluster: 'hub',
        application,
      }));
      const applied = oddObjects.map((located) => ({ ...located, unit: 'u8' }));
      const set = argoSet([...oddObjects, ...applied], { units });
      expect(() => [runSetCheck(check, set), runSetCheck(check, partOf(set))]).not.toThrow();
    },
  );

  test('law: nor over any change of objects that are right', () => {
    const files = { 'apps/web/kustomization.yaml': 'resources: [a.yaml]', 'apps/web/a.yaml': 'a: b' };
    const repository = repositoryOf(files, 'https://git.example/shop/fleet.git');
    fc.assert(
      fc.property(edits, (changes) => {
        const objects = edited(sound, changes).map((object, index) => ({
          object: object as KubernetesObject,
          place: { cluster: 'hub' },
          ...(index < 4 ? {} : { unit: 'web' }),
        }));
        const set = argoSet(objects, { units: unitsOf(objects), repository });
        for (const check of argoCdChecks)
          for (const said of [runSetCheck(check, set), runSetCheck(check, partOf(set))])
            for (const finding of said.findings) expect(finding).not.toMatch(/undefined|\[object Object\]/);
      }),
      { numRuns: 400 },
    );
  });
});

const sound: readonly unknown[] = parseAllDocuments(`
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: shop, namespace: argocd }
spec:
  sourceRepos: ['https://git.example/shop/*', '!https://git.example/bad/*']
  sourceNamespaces: [team-*]
  destinations: [{ server: '*', namespace: shop }, { name: paris, namespace: '!kube-*' }]
  clusterResourceWhitelist: [{ group: '*', kind: Namespace, name: shop }]
  namespaceResourceBlacklist: [{ group: '', kind: Secret }]
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
  annotations: { argocd.argoproj.io/manifest-generate-paths: '.;/base' }
spec:
  project: shop
  sources:
    - { repoURL: 'https://git.example/shop/fleet.git', path: apps/web, targetRevision: HEAD, ref: values }
    - { repoURL: 'https://charts.example', chart: web, targetRevision: 1.0.0, helm: { valueFiles: [$values/apps/web/a.yaml] } }
  destination: { name: in-cluster, namespace: shop }
  syncPolicy: { automated: { prune: true }, syncOptions: [CreateNamespace=true], retry: { limit: 3 } }
---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all, namespace: argocd }
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - matrix:
        generators:
          - git: { repoURL: 'https://git.example/shop/fleet.git', revision: HEAD, directories: [{ path: 'apps/*' }] }
          - list: { elements: [{ name: a, n: 1 }, { name: b, values: { x: y } }] }
    - merge:
        mergeKeys: [name]
        generators: [{ list: { elements: [{ name: a }] } }, { list: { elementsYaml: '[{name: a, z: 1}]' } }]
        template: { spec: { project: shop } }
    - clusters: { selector: { matchLabels: { env: prod } }, values: { k: '{{ .name | upper }}' } }
  templatePatch: 'metadata: {labels: {a: "{{ .name }}"}}'
  template:
    metadata: { name: '{{ .path.basename | normalize }}-{{ .name }}', labels: { a: '{{ default "x" .n }}' } }
    spec:
      project: shop
      source: { repoURL: 'https://git.example/shop/fleet.git', path: '{{ .path.path }}', targetRevision: HEAD }
      destination: { server: 'https://kubernetes.default.svc', namespace: shop }
---
apiVersion: v1
kind: Secret
metadata: { name: paris, namespace: argocd, labels: { argocd.argoproj.io/secret-type: cluster, env: prod } }
stringData: { name: paris, server: 'https://paris' }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: argocd-cm, namespace: argocd }
data: { application.resourceTrackingMethod: label, application.instanceLabelKey: a }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.x.example, annotations: { argocd.argoproj.io/sync-wave: '3' } }
spec: { group: x.example, names: { kind: Thing } }
---
apiVersion: x.example/v1
kind: Thing
metadata: { name: t, namespace: shop, labels: { a: b }, annotations: { argocd.argoproj.io/sync-wave: '1' } }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sThing
metadata: { name: c, annotations: { argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true } }
---
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: k8sthing }
spec: { crd: { spec: { names: { kind: K8sThing } } } }
`).map((document): unknown => document.toJS());
