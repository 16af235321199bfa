import { readFileSync } from 'node:fs';
import type { KubernetesObject } from '@seatrial/compiler';
import {
  clustersRegisteredBy,
  expandApplicationSet,
  type Expansion,
  type LocatedObject,
} from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { here, repositoryOf } from '../support/rendered-set.ts';
import { written } from './argo-set.ts';

interface Recorded {
  readonly spec: unknown;
  readonly applications: readonly unknown[];
  readonly refused: boolean;
}

/** What `GenerateApplications` of Argo CD 3.4.2 itself made of these sets. */
const recorded = JSON.parse(
  readFileSync(new URL('recorded/expanded-by-argo-cd.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

function expand(
  spec: unknown,
  files: Readonly<Record<string, string>> = {},
  secrets: readonly LocatedObject[] = [],
): Expansion {
  const object = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 's', namespace: 'argocd' },
    spec,
  };
  return expandApplicationSet(
    { object: object as KubernetesObject, place: { cluster: 'hub', file: 'set.yaml' } },
    { repository: repositoryOf(files, here), clusters: clustersRegisteredBy(secrets) },
  );
}

/** The name and the path of each Application. */
function madeOf(
  spec: string,
  ...around: readonly [files?: Readonly<Record<string, string>>, secrets?: readonly LocatedObject[]]
): unknown {
  const { applications, problems, notExpanded } = expand(parse(spec), ...around);
  if (problems.length > 0) return problems.map(({ clause }) => clause);
  if (notExpanded.length > 0) return notExpanded.map(({ generator, reason }) => `${generator}: ${reason}`);
  return applications.map(({ object }) => {
    const { source } = object['spec'] as { source?: { path?: string } };
    return `${object.metadata.name} ${source?.path ?? ''}`;
  });
}

const template =
  'template: {metadata: {name: "{{ .path.basename }}"}, spec: {source: {path: "{{ .path.path }}"}}}';
const plain =
  'template: {metadata: {name: "{{path.basename}}-{{path[0]}}"}, spec: {source: {path: "{{path}}"}}}';

describe('an ApplicationSet', () => {
  test.each(recorded.map((each) => [JSON.stringify(each.spec), each] as const))(
    'is expanded as Argo CD expands it: %s',
    (_, { spec, applications, refused }) => {
      const expansion = expand(spec);
      expect(expansion.notExpanded).toEqual([]);
      expect(
        expansion.applications.map(({ object: { apiVersion: _v, kind: _k, ...rest } }) => withoutEmpty(rest)),
      ).toEqual(applications);
      expect(expansion.problems.length > 0).toBe(refused);
    },
  );

  test('of files finds them as git does: by their letters first, and wherever a star leads', () => {
    const files = { 'apps/w[x].yaml': '{a: 1}', 'apps/wx.yaml': '{a: 2}', 'env/c.yaml': '{a: 3}' };
    const found = (path: string) =>
      madeOf(
        `{goTemplate: true, generators: [{git: {repoURL: '${here}', files: [{path: '${path}'}]}}], template: {metadata: {name: "{{ .path.filename }}"}}}`,
        files,
      );
    expect(found('apps/w[x].yaml')).toEqual(['w[x].yaml ', 'wx.yaml ']);
    expect(found('./apps//wx.yaml')).toEqual(['wx.yaml ']);
    expect(found('apps/')).toEqual(['w[x].yaml ', 'wx.yaml ']);
    expect(found('.')).toEqual(['w[x].yaml ', 'wx.yaml ', 'c.yaml ']);
  });

  test('of a matrix that runs away is not expanded', () => {
    const elements = (name: string): string =>
      `{list: {elements: [${Array.from({ length: 200 }, (_, index) => `{${name}: "${index}"}`).join(', ')}]}}`;
    const matrix = `{matrix: {generators: [${elements('a')}, ${elements('b')}]}}`;
    expect(madeOf(`{goTemplate: true, generators: [${matrix}], ${template}}`)).toEqual([
      'matrix: it makes more than 20000 sets of parameters',
    ]);
  });

  test('of folders has one Application a folder, in the order of a walk, without hidden and excluded ones', () => {
    const files = {
      'apps/b/x': '',
      'apps/a/x': '',
      'apps/.c/x': '',
      'apps/old/x': '',
      'apps/a/in/x': '',
      README: '',
    };
    const generators = `generators: [{git: {repoURL: '${here}', directories: [{path: apps/*}, {path: apps/old, exclude: true}]}}]`;
    expect(madeOf(`{goTemplate: true, ${generators}, ${template}}`, files)).toEqual(['a apps/a', 'b apps/b']);
    expect(madeOf(`{${generators}, ${plain}}`, files)).toEqual(['a-apps apps/a', 'b-apps apps/b']);
  });

  test('of files has one Application for each map in them; * goes over slashes', () => {
    const files = {
      'env/dev/c.yaml': 'name: dev\nnr: {a: 1}',
      'env/x/y/c.yaml': '[{name: one}, {name: two}]',
      'env/c.json': '{}',
    };
    const generators = `generators: [{git: {repoURL: '${here}', files: [{path: 'env/**/c.yaml'}]}}]`;
    expect(
      madeOf(
        `{goTemplate: true, ${generators}, template: {metadata: {name: "{{ .name }}"}, spec: {source: {path: "{{ .path.path }}/{{ .path.filename }}"}}}}`,
        files,
      ),
    ).toEqual(['dev env/dev/c.yaml', 'one env/x/y/c.yaml', 'two env/x/y/c.yaml']);
    expect(
      madeOf(
        `{${generators}, template: {metadata: {name: "{{name}}-{{nr.a}}"}, spec: {source: {path: "{{path}}"}}}}`,
        files,
      ),
    ).toEqual(['dev-1 env/dev', 'one-{{nr.a}} env/x/y', 'two-{{nr.a}} env/x/y']);
  });

  test('of a file that is no YAML, or no map, is refused', () => {
    const spec = `{goTemplate: true, generators: [{git: {repoURL: '${here}', files: [{path: 'c.yaml'}]}}], ${template}}`;
    expect(madeOf(spec, { 'c.yaml': 'text' })).toEqual(['c.yaml holds neither a map nor a list of maps']);
    expect(madeOf(spec, { 'c.yaml': '{a: [' })).toEqual([expect.stringContaining('it is not YAML')]);
  });

  test('of another repository, of a provider or of a plugin is not expanded, with the reason', () => {
    const spec = `{goTemplate: true, generators: [{git: {repoURL: 'https://git.example/other', directories: [{path: '*'}]}}, {pullRequest: {}}, {scmProvider: {}}, {plugin: {}}, {clusterDecisionResource: {}}], ${template}}`;
    expect(madeOf(spec)).toEqual([
      'git: https://git.example/other is another repository',
      'pullRequest: pull requests are only known to their provider',
      'scmProvider: the repositories of an organisation are only known to their provider',
      'plugin: only the plugin knows what it answers',
      'clusterDecisionResource: the resource that decides on clusters is only known to the cluster',
    ]);
  });

  const secrets = written(`
{apiVersion: v1, kind: Secret, metadata: {name: p, labels: {argocd.argoproj.io/secret-type: cluster, env: prod}, annotations: {team: a}}, stringData: {name: Paris_1, server: 'https://paris/'}}
---
{apiVersion: v1, kind: Secret, metadata: {name: l, labels: {argocd.argoproj.io/secret-type: cluster, env: dev}}, data: {name: bGFi, server: aHR0cHM6Ly9sYWI=}}
---
{apiVersion: v1, kind: Secret, metadata: {name: other}, stringData: {name: other}}
`);

  test('of clusters has one Application for each that a Secret registers, and for its own one', () => {
    const of = (settings: string, name: string) =>
      madeOf(
        `{goTemplate: true, generators: [{clusters: ${settings}}], template: {metadata: {name: "${name}"}, spec: {source: {path: "{{ .server }}"}}}}`,
        {},
        secrets,
      );
    expect(of('{}', '{{ .nameNormalized }}')).toEqual([
      'paris-1 https://paris',
      'lab https://lab',
      'in-cluster https://kubernetes.default.svc',
    ]);
    expect(
      of(
        '{selector: {matchLabels: {env: prod}}, values: {v: "{{ .name }}!"}}',
        '{{ .values.v }}{{ .metadata.annotations.team }}{{ .metadata.labels.env }}',
      ),
    ).toEqual(['Paris_1!aprod https://paris']);
    expect(
      of(
        '{selector: {matchExpressions: [{key: env, operator: In, values: [dev]}]}, flatList: true}',
        '{{ len .clusters }}',
      ),
    ).toEqual(['1 <no value>']);
  });

  test('of clusters that no Secret registers here is not expanded', () => {
    expect(madeOf(`{generators: [{clusters: {}}], ${plain}}`)).toEqual([
      'clusters: the Secrets that register its clusters are not among the objects',
    ]);
  });

  test('of folders and clusters in a matrix fills the folders into the second generator', () => {
    const spec = `{goTemplate: true, generators: [{matrix: {generators: [{git: {repoURL: '${here}', directories: [{path: 'apps/*'}]}}, {clusters: {selector: {matchLabels: {env: '{{ .path.basename }}'}}}}]}}], template: {metadata: {name: "{{ .name }}"}, spec: {source: {path: "{{ .path.path }}"}}}}`;
    expect(madeOf(spec, { 'apps/dev/x': '', 'apps/prod/x': '', 'apps/none/x': '' }, secrets)).toEqual([
      'lab apps/dev',
      'Paris_1 apps/prod',
    ]);
  });

  test('with an option that Go does not know is refused as a whole', () => {
    expect(
      madeOf(
        '{goTemplate: true, goTemplateOptions: [missingkey=eror], generators: [{list: {elements: [{a: b}]}}]}',
      ),
    ).toEqual(['goTemplateOptions has "missingkey=eror", at which the controller panics']);
  });

  test('with a generator that there is not is refused', () => {
    expect(madeOf('{goTemplate: true, generators: [{lists: {}}]}')).toEqual([
      'lists is no generator; there are clusterDecisionResource, clusters, git, list, matrix, merge, plugin, pullRequest, scmProvider',
    ]);
  });
});

/** Go leaves empty texts, maps and nulls out; those are not what is compared. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]: [string, unknown]) => [key, withoutEmpty(inner)] as const,
  );
  return Object.fromEntries(
    entries.filter(
      ([, inner]) =>
        inner !== '' &&
        inner !== null &&
        (typeof inner !== 'object' || Array.isArray(inner) || Object.keys(inner).length > 0),
    ),
  );
}
