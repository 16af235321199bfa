import { beforeAll, describe, expect, it } from 'vitest';
import { pathToFileURL } from 'node:url';
import { repositoryFolder } from '../prepare/support/chart-repository.ts';
import {
  fleetText,
  preparedOnce,
  temporaryWorkspace,
  type TemporaryWorkspace,
} from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';
const overlay = 'clusters/shop/lab/dev/hello/kustomization.yaml';

async function compiled(text: string): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace({ [model]: text });
  expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
  return workspace;
}

/** A fleet with the chart `greeter` beside its workload. */
async function fleetWithChart(values: string, apart = ''): Promise<string> {
  const repository = pathToFileURL(await repositoryFolder()).href;
  return fleetText('shop').replace(
    'workloads: {',
    `charts: { greeter: { repository: '${repository}', version: '1.2.3', values: ${values} } },\n      ${apart}workloads: {`,
  );
}

describe('verify', () => {
  it('finds that real kustomize yields what the model means', async () => {
    const workspace = await compiled(fleetText('shop'));
    const { code, stdout, stderr } = await workspace.seatrial('verify');
    expect(stdout).toMatch(
      /^shop: 4 roots with \d+ objects, 0 charts with 0 objects: as the model means them \(.* s\)$/,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('looks at the selected placements only', async () => {
    const workspace = await compiled(fleetText('shop'));
    const { stdout } = await workspace.seatrial('verify', '--cluster', 'par*', '--application', 'hello');
    expect(stdout).toMatch(/^shop: 1 roots with 3 objects/);
  });

  it('names a field that differs, an object that is missing and one that is too many', async () => {
    const workspace = await compiled(fleetText('shop'));
    workspace.put(overlay, workspace.read(overlay).replace(/count: 3$/m, 'count: 7'));
    const differs = await workspace.seatrial('verify');
    expect(differs.code).toBe(1);
    expect(differs.stdout).toContain(
      '✗ error SEA4003 Deployment hello/web differs at /spec/replicas: the model means 3, kustomize makes 7.',
    );
    expect(differs.stdout).toContain(
      'hello · Deployment hello/web · /spec/replicas · lab/dev/hello/kustomization.yaml · lab/dev',
    );
    const base = 'clusters/shop/base/hello/kustomization.yaml';
    workspace.put(base, workspace.read(base).replace(/.*service\.yaml\n/, '- extra.yaml\n'));
    workspace.put(
      'clusters/shop/base/hello/extra.yaml',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: extra\n  namespace: hello\n',
    );
    const { stdout } = await workspace.seatrial('verify');
    expect(stdout).toContain(
      '✗ error SEA4001 Service hello/web is in the model, and kustomize does not make it.',
    );
    expect(stdout).toContain(
      '✗ error SEA4002 kustomize makes ConfigMap hello/extra, which is not in the model.',
    );
  });

  it('names a folder that kustomize cannot build', async () => {
    const workspace = await compiled(fleetText('shop'));
    workspace.put(overlay, 'resources: [gone.yaml]\n');
    const { code, stdout } = await workspace.seatrial('verify');
    expect(stdout).toMatch(
      /✗ error SEA4004 kustomize cannot build clusters\/shop\/lab\/dev\/hello: .*gone\.yaml/,
    );
    expect(code).toBe(1);
  });

  it('sees an Application of Argo CD that was changed', async () => {
    const workspace = await compiled(fleetText('shop'));
    const file = Object.keys(workspace.files()).find((path) => path.includes('/applications/')) ?? '';
    workspace.put(file, workspace.read(file).replace('namespace: hello', 'namespace: elsewhere'));
    const { code, stdout } = await workspace.seatrial('verify');
    expect(stdout).toMatch(
      /SEA4003 Application argocd\/hello-\w+-\w+ differs at \/spec\/destination\/namespace: the model means "hello", kustomize makes "elsewhere"\./,
    );
    expect(code).toBe(1);
  });

  it(
    'renders charts that the cache holds from the tree, and counts the others as not checked',
    { timeout: 120_000 },
    async () => {
      const workspace = await compiled(await fleetWithChart("{ greeting: 'good day' }"));
      const before = await workspace.seatrial('verify');
      expect(before.stdout).toMatch(
        /0 charts with 0 objects: as the model means them .*\n {2}not checked: the chart greeter 1\.2\.3 from file:.* \(2 placements\): it is not in the cache/,
      );
      expect(before.code).toBe(0);
      expect(await workspace.seatrial('prepare')).toMatchObject({ code: 0 });
      const after = await workspace.seatrial('verify');
      expect(after.stdout).toMatch(/2 charts with 8 objects: as the model means them \(.* s\)$/);
      expect(after.code).toBe(0);
      const values =
        Object.keys(workspace.files()).find((path) => path.includes('/values/greeter.yaml')) ?? '';
      workspace.put(values, workspace.read(values).replace('good day', 'good night'));
      const changed = await workspace.seatrial('verify');
      expect(changed.stdout).toContain(
        'SEA4003 ConfigMap hello/greeter-greeter differs at /data/greeting: the model means "good day", helm makes "good night".',
      );
      expect(changed.stdout).toMatch(/environments\/shop\/fleet\.ts:\d+:\d+ · hello · ConfigMap/);
      expect(changed.code).toBe(1);
    },
  );

  it('lets a chart know which kinds the cluster serves', { timeout: 120_000 }, async () => {
    const definition = `{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'servicemonitors.monitoring.coreos.com' },
      spec: { group: 'monitoring.coreos.com', scope: 'Namespaced', names: { kind: 'ServiceMonitor', plural: 'servicemonitors' },
        versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } } }] } }`;
    const workspace = temporaryWorkspace({
      [model]: await fleetWithChart('{}', `objects: { monitors: ${definition} },\n      `),
    });
    expect(await workspace.seatrial('prepare')).toMatchObject({ code: 0 });
    const { stdout, code } = await workspace.seatrial(
      'model',
      '--application',
      'hello',
      '--environment',
      'dev',
    );
    expect(code).toBe(0);
    const { placements } = JSON.parse(stdout) as {
      placements: { charts: { objects: { kind: string }[] }[] }[];
    };
    expect(placements[0]?.charts[0]?.objects.map(({ kind }) => kind)).toContain('ServiceMonitor');
  });

  it('reports values that the chart refuses, at their place', { timeout: 120_000 }, async () => {
    const workspace = await compiled(await fleetWithChart("{ replicas: 'many' }"));
    await workspace.seatrial('prepare');
    const { code, stdout } = await workspace.seatrial('validate');
    expect(stdout).toMatch(/✗ error SEA6004 helm cannot render the chart greeter 1\.2\.3 from .*replicas/);
    expect(code).toBe(1);
  });
});

it('says what is missing from the cache, and exits with 3', async () => {
  const workspace = await compiled(fleetText('shop'));
  const { code, stderr } = await workspace
    .withEnvironment({ SEATRIAL_CACHE: `${workspace.root}/cache` })
    .seatrial('verify');
  expect(stderr).toMatch(/^✗ .*kustomize-builder.* is not prepared: run `seatrial prepare`\.\n?$/);
  expect(code).toBe(3);
});
