import { afterEach, beforeEach, expect, test } from 'vitest';
import { fleetText } from './support/fleet-text.ts';
import { nxWorkspace, type NxWorkspace } from './support/nx-workspace.ts';

const model = 'environments/shop/fleet.ts';
let workspace: NxWorkspace;
beforeEach(() => void (workspace = nxWorkspace({ [model]: fleetText })));
afterEach(() => workspace.remove());

test('nx sync:check fails in a sentence where a tree is stale, and nx sync compiles it', () => {
  workspace.compile();
  expect(workspace.nx('sync:check').code).toBe(0);

  workspace.replace(model, "'eu-west-3'", "'eu-west-4'");
  workspace.replace(model, 'web:1.0.0', 'web:1.1.0');
  const check = workspace.nx('sync:check');
  expect(check.code).toBe(1);
  // Two files, the digest of the application among the facts of the fleet, and the record of all three.
  expect(check.output).toContain('Not what the model compiles to: clusters/shop (4 files).');
  expect(workspace.nx('sync').code).toBe(0);
  expect(workspace.read('clusters/shop/paris/prod/api/kustomization.yaml')).toContain('eu-west-4');
  expect(workspace.nx('sync:check').code).toBe(0);
});

test('nx sync writes a tree that is not there, and takes away what is no longer part of one', () => {
  expect(workspace.nx('sync').code).toBe(0);
  expect(workspace.nx('sync:check').code).toBe(0);
  workspace.replace(model, "lab: { kubernetes: '1.29', environments: ['dev'] },", '');
  workspace.replace(model, "['prod', 'dev']", "['prod']");
  workspace.replace(model, "clusters: ['lab', 'archive']", "clusters: ['archive']");
  workspace.replace(model, "on: { environments: ['dev'] }", "on: { environments: ['archive'] }");
  expect(workspace.nx('sync').code).toBe(0);
  expect(workspace.nx('sync:check').code).toBe(0);
  expect(() => workspace.read('clusters/shop/lab/dev/web/kustomization.yaml')).toThrow();
});

test('an edited file of a tree is reported, and nx sync does not overwrite it', () => {
  workspace.compile();
  const file = 'clusters/shop/paris/prod/api/kustomization.yaml';
  workspace.write(file, `${workspace.read(file)}# by hand\n`);
  for (const command of ['sync:check', 'sync']) {
    const { code, output } = workspace.nx(command);
    expect(code).toBe(1);
    expect(output).toContain(`${file} is generated and was edited by hand; nothing was written.`);
  }
  expect(workspace.read(file)).toMatch(/# by hand\n$/);
});

test('a model that does not load is told in its own words', () => {
  workspace.replace(model, "kubernetes: '1.29', role: 'hub'", "kubernetes: '9.99', role: 'hub'");
  const { code, output } = workspace.nx('sync:check');
  expect(code).toBe(1);
  expect(output).toContain('clusters.hub.kubernetes: "9.99" is not a Kubernetes version');
});

test('a fleet and a cluster are generated as the command line makes them', () => {
  const plugin = '@seatrial/nx-plugin';
  expect(workspace.nx('g', `${plugin}:fleet`, 'books', '--kubernetes=v1.29').code).toBe(0);
  expect(workspace.read('environments/books/fleet.ts')).toContain(
    "lab: { kubernetes: '1.29', environments: ['dev'] },",
  );
  const cluster = ['g', `${plugin}:cluster`, 'lyon', '--fleet=books', '--kubernetes=v1.29', '--role=standby'];
  expect(workspace.nx(...cluster, '--environments=dev', '--dry-run').code).toBe(0);
  expect(workspace.read('environments/books/fleet.ts')).not.toContain('lyon');
  expect(workspace.nx(...cluster, '--environments=dev').code).toBe(0);
  expect(workspace.read('environments/books/fleet.ts')).toContain(
    "lyon: { kubernetes: '1.29', role: 'standby', environments: ['dev'] },",
  );
  workspace.compile();
  workspace.read('clusters/books/lyon/dev/hello/kustomization.yaml');

  const number = workspace.nx('g', `${plugin}:fleet`, 'more', '--kubernetes=1.30');
  expect(number.output).toContain('Write the version with a v, as in --kubernetes=v1.34');
  const again = workspace.nx('g', `${plugin}:fleet`, 'books');
  expect(again.code).toBe(1);
  expect(again.output).toContain('environments/books/fleet.ts is there already');
  expect(workspace.nx(...cluster).output).toContain('has a cluster "lyon" already');
  expect(workspace.nx('g', `${plugin}:cluster`, 'lyon', '--fleet=nowhere').output).toContain(
    'There is no fleet "nowhere"',
  );
});
