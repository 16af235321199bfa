import { beforeAll, expect, it } from 'vitest';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';
const withBase = fleetText('shop').replace(
  'workloads: {',
  "bases: { legacy: { path: 'legacy' } },\n      workloads: {",
);

it('a Kustomize base of the author is used as it is, and every file that it reads is known', async () => {
  const workspace = temporaryWorkspace({
    [model]: withBase,
    'environments/shop/legacy/kustomization.yaml':
      'resources: [shared, config.yaml]\npatches:\n  - path: patch.yaml\nconfigMapGenerator:\n  - name: made\n    files: [key=text.txt]\n',
    'environments/shop/legacy/config.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: legacy\ndata:\n  a: "1"\n',
    'environments/shop/legacy/patch.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: legacy\ndata:\n  b: "2"\n',
    'environments/shop/legacy/text.txt': 'text',
    'environments/shop/legacy/shared/kustomization.yaml': 'resources: [one.yaml]\n',
    'environments/shop/legacy/shared/one.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n',
    'environments/shop/legacy/unused.yaml': 'unused: true\n',
  });
  const { code, stdout } = await workspace.seatrial('model');
  expect(code).toBe(0);
  const { applications } = JSON.parse(stdout) as {
    applications: { foreignBases: { path: string; reads: string[] }[] }[];
  };
  expect(applications[0]?.foreignBases[0]).toMatchObject({
    path: 'environments/shop/legacy',
    reads: [
      '',
      '/config.yaml',
      '/kustomization.yaml',
      '/patch.yaml',
      '/shared',
      '/shared/kustomization.yaml',
      '/shared/one.yaml',
      '/text.txt',
    ].map((path) => `environments/shop/legacy${path}`),
  });
  expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
  const verified = await workspace.seatrial('verify');
  expect(verified.stdout).toContain('as the model means them');
});

it('a base that kustomize cannot build is a finding at its place', async () => {
  const workspace = temporaryWorkspace({
    [model]: withBase,
    'environments/shop/legacy/kustomization.yaml': 'resources: [gone.yaml]\n',
  });
  const { code, stderr } = await workspace.seatrial('compile');
  expect(stderr).toMatch(
    /^✗ error SEA6002 kustomize cannot build environments\/shop\/legacy: .*gone\.yaml.*\n {4}environments\/shop\/fleet\.ts:13:26 · hello/,
  );
  expect(code).toBe(2);
});

it('a base that is not there says which folder was meant', async () => {
  const workspace = temporaryWorkspace({
    [model]: withBase,
    'environments/shop/legcy/kustomization.yaml': '',
  });
  const { code, stderr } = await workspace.seatrial('compile');
  expect(stderr).toBe(
    '✗ environments/shop/fleet.ts: applications.hello.bases.legacy.path: there is no file environments/shop/legacy.\n    → Did you mean "legcy"?',
  );
  expect(code).toBe(2);
});
