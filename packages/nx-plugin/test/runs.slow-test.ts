import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fleetText } from './support/fleet-text.ts';
import { nxWorkspace, seatrialProgram, type NxWorkspace, type Outcome } from './support/nx-workspace.ts';

const model = 'environments/shop/fleet.ts';
let workspace: NxWorkspace;

beforeAll(() => {
  workspace = nxWorkspace({ [model]: fleetText });
  seatrial('prepare');
  workspace.compile();
  workspace.commit();
});
beforeEach(() => {
  workspace.git('reset', '--hard', '--quiet', workspace.git('rev-list', '--max-parents=0', 'HEAD').trim());
  workspace.forget();
});
afterAll(() => workspace.remove());

const trees = ['archive', 'argo-cd', 'dublin', 'hub', 'lab', 'paris'].map((name) => `tree-shop-${name}`);
const projects = ['fleet-shop', ...trees];

function each(
  target: string,
  outcome: Outcome,
  names: readonly string[] = projects,
): Record<string, Outcome> {
  return Object.fromEntries(names.map((name) => [`${name}:${target}`, outcome]));
}

test('one changed line runs the verdict on its tree and that on the fleet, and a comment runs none', () => {
  expect(workspace.nx('run-many', '-t', 'validate').tasks).toEqual(each('validate', 'ran'));
  expect(workspace.nx('run-many', '-t', 'validate').tasks).toEqual(each('validate', 'from cache'));

  change("'eu-west-3'", "'eu-west-4'");
  workspace.compile();
  workspace.commit();
  const affected = ['affected', '-t', 'validate', '--base=HEAD~1'];
  expect(workspace.nx(...affected).tasks).toEqual(each('validate', 'ran', ['fleet-shop', 'tree-shop-paris']));
  expect(workspace.nx('run-many', '-t', 'validate').tasks).toEqual(each('validate', 'from cache'));

  change('clusters: {', 'clusters: { // five of them');
  workspace.compile();
  workspace.commit();
  expect(workspace.nx(...affected).tasks).toEqual({ 'fleet-shop:validate': 'from cache' });
});

test.each([
  ['without the daemon', { NX_DAEMON: 'false' }],
  ['with the daemon', { NX_DAEMON: 'true' }],
])('a verdict is never kept for a tree that the same run has replaced, %s', (_, variables) => {
  const { nx } = workspace.with(variables);
  try {
    expect(nx('run-many', '-t', 'validate', 'verify').code).toBe(0);
    change("'eu-west-3'", "'eu-west-4'");
    // Nx takes the inputs before the tree is written anew: the verdict on the old tree must not be the answer.
    const both = nx('run-many', '-t', 'compile', 'validate', 'verify');
    expect(both.tasks).toMatchObject({ ...each('validate', 'ran'), ...each('verify', 'ran', trees) });
    expect(workspace.git('status', '--porcelain')).toContain('clusters/shop/paris');

    // The other way round: what that run found is of the new tree, and the old tree has the old verdict.
    workspace.git('checkout', '--quiet', '.');
    expect(nx('run-many', '-t', 'validate').tasks).toEqual(each('validate', 'from cache'));

    // And the new tree has none yet: nobody has judged it as it is committed.
    change("'eu-west-3'", "'eu-west-4'");
    workspace.compile();
    expect(nx('run-many', '-t', 'validate').tasks).toEqual({
      ...each('validate', 'from cache'),
      ...each('validate', 'ran', ['fleet-shop', 'tree-shop-paris']),
    });
  } finally {
    nx('daemon', '--stop');
  }
});

test('a wrong tree that was replaced does not become a right one', () => {
  const right = "on: { environments: ['prod', 'dev'] },";
  const object = "{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, date: {} }";
  const wrong = `${right} objects: { own: ${object} },`;
  // The first verdict on this tree is of a run that replaces it.
  change(right, wrong);
  const { tasks } = workspace.nx('run-many', '-t', 'compile', 'validate');
  expect(tasks).toMatchObject({ 'tree-shop-paris:validate': 'failed', 'fleet-shop:compile': 'ran' });
  workspace.git('checkout', '--quiet', model);
  expect(workspace.nx('run-many', '-t', 'compile', 'validate').tasks).toMatchObject(each('validate', 'ran'));
  // Back to the wrong model with its tree: no verdict of the run that put it right is found.
  change(right, wrong);
  workspace.compile();
  expect(workspace.nx('run-many', '-t', 'validate').tasks).toMatchObject({
    'tree-shop-archive:validate': 'ran',
    'tree-shop-paris:validate': 'failed',
  });
});

test('a tree that is not what the model compiles to fails, and that is not kept', () => {
  change("'eu-west-3'", "'eu-west-4'");
  const { tasks, output } = workspace.nx('run-many', '-t', 'validate', 'verify');
  expect(tasks).toMatchObject({
    'fleet-shop:validate': 'failed',
    'tree-shop-paris:validate': 'failed',
    'tree-shop-paris:verify': 'failed',
    'tree-shop-dublin:validate': 'ran',
    'tree-shop-dublin:verify': 'ran',
  });
  expect(output).toContain('SEA5005 clusters/shop/paris/prod/api/kustomization.yaml is stale.');
  expect(output).toContain('Run `seatrial compile`');
  workspace.compile();
  expect(workspace.nx('run-many', '-t', 'validate').tasks).toMatchObject({
    'tree-shop-paris:validate': 'ran',
    'tree-shop-dublin:validate': 'from cache',
  });
});

test('facts that no manifest of the tree holds make it stale, too', () => {
  change("paris: { kubernetes: '1.29'", "paris: { kubernetes: '1.29', storageClasses: ['fast']");
  const { tasks, output } = workspace.nx('run-many', '-t', 'validate');
  expect(tasks).toMatchObject({ 'tree-shop-paris:validate': 'failed', 'tree-shop-dublin:validate': 'ran' });
  expect(output).toContain('SEA5005 clusters/shop/paris/facts.json is stale.');
});

test('a compile that only the configuration asks for makes no verdict that Nx could keep', () => {
  const nxJson = JSON.parse(workspace.read('nx.json')) as object;
  const dependsOn = [{ projects: ['fleet-shop'], target: 'compile' }];
  workspace.write('nx.json', JSON.stringify({ ...nxJson, targetDefaults: { validate: { dependsOn } } }));
  const { tasks, output } = workspace.nx('run-many', '-t', 'validate');
  expect(tasks).toMatchObject({ ...each('validate', 'failed'), 'fleet-shop:compile': 'ran' });
  expect(output).toContain('nx run-many -t compile validate');
  expect(workspace.nx('run-many', '-t', 'compile', 'validate').tasks).toMatchObject(each('validate', 'ran'));
});

test('a task prints what the command line prints, in a batch or alone', () => {
  const alone = workspace.with({ NX_BATCH_MODE: 'false' });
  const selections = [
    ['validate', '--cluster', 'paris'],
    ['verify', '--cluster', 'paris'],
    ['verify', '--argo-cd'],
  ] as const;
  for (const [target, ...selection] of selections) {
    const expected = withoutTimes(seatrial(target, 'shop', ...selection));
    const project = `tree-shop-${selection[1] ?? 'argo-cd'}`;
    for (const { nx } of [workspace, alone]) {
      const { output, tasks } = nx('run', `${project}:${target}`, '--skip-nx-cache');
      expect(tasks).toEqual({ [`${project}:${target}`]: 'ran' });
      expect(withoutTimes(output)).toContain(expected);
    }
  }
});

function change(from: string, to: string): void {
  workspace.replace(model, from, to);
}

function seatrial(...args: readonly string[]): string {
  return execFileSync(process.execPath, [seatrialProgram, ...args], {
    cwd: workspace.root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function withoutTimes(text: string): string {
  return text.replaceAll(/\d+\.\d+ s/g, '');
}
