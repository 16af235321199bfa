import { expect, test } from 'vitest';
import { fleetText, temporaryWorkspace } from '../temporary-workspace.ts';

const model = 'environments/shop/fleet.ts';

test('a cluster is added to a fleet, and every other character stays', async () => {
  const text = fleetText('shop')
    .replace("role: 'active'", "role: 'active' /* serves */")
    .replace('clusters: {', 'clusters: { // two');
  const workspace = temporaryWorkspace({ [model]: text });
  const { code, stdout, stderr } = await workspace.seatrial(
    'init',
    'shop',
    '--cluster',
    'lyon-2',
    '--kubernetes',
    '1.29',
    '--role',
    'standby',
    '--region',
    'eu',
    '--environment',
    'prod',
  );
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: model,
    stderr: 'Run `seatrial prepare` and `seatrial compile`.',
  });
  const line =
    "    'lyon-2': { kubernetes: '1.29', role: 'standby', region: 'eu', environments: ['prod'] },\n";
  const lab = "    lab: { kubernetes: '1.29', environments: ['dev'] },\n";
  expect(workspace.read(model)).toBe(text.replace(lab, `${lab}${line}`));
  expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
  expect(Object.keys(workspace.files())).toContain('clusters/shop/lyon-2/prod/hello/kustomization.yaml');
});

test('clusters that stand in a file of their own are changed there', async () => {
  const clusters =
    "import { defineClusters } from '@seatrial/compiler';\n\nexport const clusters = defineClusters({ paris: { kubernetes: '1.29', environments: ['prod'] } });\n";
  const workspace = temporaryWorkspace({
    'environments/shop/clusters.ts': clusters,
    [model]: fleetText('shop')
      .replace(/clusters: \{[^]*?\n {2}\},/, 'clusters,')
      .replace(
        "from '@seatrial/compiler';",
        "from '@seatrial/compiler';\nimport { clusters } from './clusters.ts';",
      ),
  });
  expect(await workspace.seatrial('init', 'shop', '--cluster', 'lyon')).toMatchObject({
    code: 0,
    stdout: 'environments/shop/clusters.ts',
  });
  expect(workspace.read('environments/shop/clusters.ts')).toMatch(
    /paris: \{ kubernetes: '1\.29', environments: \['prod'\] \},\s+lyon: \{ kubernetes: '1\.\d+' \},?\s+\}\);/,
  );
});

test.each([
  ['a name that is taken', ['shop', '--cluster', 'lab'], `${model} has a cluster "lab" already.`],
  ['a name that is none', ['shop', '--cluster', 'Lyon!'], '"Lyon!" cannot be the name of a cluster.'],
  ['a fleet that is not there', ['shopp', '--cluster', 'lyon'], 'There is no fleet "shopp".'],
  ['no fleet', ['--cluster', 'lyon'], 'The name of the fleet is missing.'],
])('%s is refused in one sentence, and nothing is written', async (_, args, sentence) => {
  const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
  const { code, stderr } = await workspace.seatrial('init', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(workspace.read(model)).toBe(fleetText('shop'));
});

test('computed clusters are left to the person, with the line to write', async () => {
  const workspace = temporaryWorkspace({
    [model]: fleetText('shop').replace(/clusters: \{[^]*?\n {2}\},/, 'clusters: Object.fromEntries([]),'),
  });
  const { code, stderr } = await workspace.seatrial(
    'init',
    'shop',
    '--cluster',
    'lyon',
    '--kubernetes',
    '1.29',
  );
  expect(code).toBe(2);
  expect(stderr).toContain("Add it by hand: `lyon: { kubernetes: '1.29' }`.");
});
