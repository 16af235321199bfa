import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fleetText } from './support/fleet-text.ts';
import { nxWorkspace, type NxWorkspace } from './support/nx-workspace.ts';

const model = 'environments/shop/fleet.ts';
const lock = 'package-lock.json';
let workspace: NxWorkspace;

beforeAll(() => {
  workspace = nxWorkspace({
    [model]: fleetText,
    'tools/guests/kubeconform/go.mod': 'require github.com/yannh/kubeconform v0.8.0\n',
  });
  workspace.compile();
  workspace.commit();
});
afterEach(() => void workspace.git('reset', '--hard', '--quiet', 'main~1'));
afterAll(() => workspace.remove());

const all = ['archive', 'argo-cd', 'dublin', 'hub', 'lab', 'paris'];

test.each<[string, () => void, readonly string[]]>([
  ['nothing of the fleet', () => workspace.write('README.md', 'hello\n'), []],
  // Nx takes a change of the file that makes a project for a change of its tasks; the verdict is found in the cache.
  ['a comment in the model', () => change('clusters: {', 'clusters: { // four of them'), ['fleet']],
  ["one line of one cluster's override", () => change("'eu-west-3'", "'eu-west-4'"), ['fleet', 'paris']],
  [
    'an application of three clusters',
    () => change('api:1.0.0', 'api:1.1.0'),
    ['dublin', 'fleet', 'lab', 'paris'],
  ],
  ['an application of one cluster', () => change('web:1.0.0', 'web:1.1.0'), ['fleet', 'lab']],
  [
    "a cluster's Kubernetes version",
    () => change("paris: { kubernetes: '1.29'", "paris: { kubernetes: '1.30'"),
    ['fleet', 'paris'],
  ],
  [
    // Argo CD is told of it, and its objects lie on the hub.
    "a chart's version",
    () => change("version: '1.0.0'", "version: '1.1.0'"),
    ['archive', 'argo-cd', 'fleet', 'hub', 'lab'],
  ],
  [
    "a chart's values",
    () => change("version: '1.0.0'", "version: '1.0.0', values: { a: 1 }"),
    ['archive', 'argo-cd', 'fleet', 'hub', 'lab'],
  ],
  [
    'definitions that a chart brings',
    () =>
      change(
        "version: '1.0.0'",
        "version: '1.0.0', definitions: { groups: ['loki.example'], clusterScopedKinds: [] }",
      ),
    ['archive', 'fleet', 'lab'],
  ],
  [
    'capacity, which only the fleet asks for',
    () =>
      change("lab: { kubernetes: '1.29'", "lab: { kubernetes: '1.29', capacity: { cpu: 8, memory: '32Gi' }"),
    ['fleet'],
  ],
  [
    'what is accepted on one cluster',
    () =>
      change(
        "engine: 'argo-cd',",
        "engine: 'argo-cd', suppress: [{ code: 'SEA3402', cluster: 'lab', reason: 'known' }],",
      ),
    ['fleet', 'lab'],
  ],
  ['a locked package that no verdict depends on', () => bump('node_modules/knip'), []],
  ['the package that runs the engines', () => bump('node_modules/@wasmer/sdk'), ['fleet', ...all]],
  [
    'the package that runs the policies',
    () => bump('node_modules/@open-policy-agent/opa-wasm'),
    ['fleet', ...all],
  ],
  [
    "kubeconform's version",
    () => workspace.replace('tools/guests/kubeconform/go.mod', 'v0.8.0', 'v0.9.0'),
    ['fleet', ...all],
  ],
])('nx affected after a change of %s', (_name, act, parts) => {
  act();
  workspace.compile();
  workspace.commit();
  const projects = parts.map((part) => (part === 'fleet' ? 'fleet-shop' : `tree-shop-${part}`));
  expect(workspace.affected('validate')).toEqual(projects.map((project) => `${project}:validate`).sort());
});

function change(from: string, to: string): void {
  workspace.replace(model, from, to);
}

function bump(entry: string): void {
  const locked = JSON.parse(readFileSync(join(workspace.root, lock), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  locked.packages[entry]!.version = '999.0.0';
  workspace.write(lock, `${JSON.stringify(locked, null, 2)}\n`);
}
