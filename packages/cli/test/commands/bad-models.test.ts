import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fleetText, temporaryWorkspace } from '../temporary-workspace.ts';

const shop = 'environments/shop/fleet.ts';

interface BadModel {
  readonly says: RegExp | string;
  readonly files: Readonly<Record<string, string>>;
}

/** What is wrong, and the one sentence that it ends in. */
const badModels: Readonly<Record<string, BadModel>> = {
  'a syntax error': {
    files: { [shop]: 'export default {\n  name: "shop",,\n};\n' },
    says: /^✗ environments\/shop\/fleet\.ts:2:16: Unexpected token.*\n {6}name: "shop",,\n {19}\^/,
  },
  'a syntax error in a file that it imports': {
    files: { [shop]: "import './apps.ts';\n", 'environments/shop/apps.ts': 'const = 1;\n' },
    says: /^✗ environments\/shop\/apps\.ts:1:7: /,
  },
  'syntax that Node cannot strip': {
    files: { [shop]: 'enum Region { Paris }\nexport default {};\n' },
    says: /^✗ environments\/shop\/fleet\.ts:1:1: TypeScript enum is not supported/,
  },
  'a name that an imported file does not export': {
    files: {
      [shop]: "import { nothing } from './apps.ts';\nexport default nothing;\n",
      'environments/shop/apps.ts': 'export const some = 1;\n',
    },
    says: /^✗ environments\/shop\/fleet\.ts:1:10: .*does not provide an export named 'nothing'/,
  },
  'a model that throws': {
    files: {
      [shop]: "import { apps } from './apps.ts';\nexport default apps();\n",
      'environments/shop/apps.ts':
        'export function apps() {\n  throw new TypeError("no region\\nfor paris");\n}\n',
    },
    says: '✗ environments/shop/apps.ts:2:9: the model throws: TypeError: no region; for paris\n',
  },
  'a model that throws no error': {
    files: { [shop]: 'throw "just so";\n' },
    says: '✗ environments/shop/fleet.ts: the model throws: just so\n',
  },
  'a model that throws later': {
    files: {
      [shop]:
        'setTimeout(() => { throw new Error("too late"); });\nawait new Promise((done) => setTimeout(done, 5000));\nexport default {};\n',
    },
    says: '✗ environments/shop/fleet.ts:1:26: the model throws: too late\n',
  },
  'a cyclic import': {
    files: {
      [shop]: "import { apps } from './apps.ts';\nexport const region = 'paris';\nexport default apps;\n",
      'environments/shop/apps.ts': "import { zones } from './zones.ts';\nexport const apps = zones;\n",
      'environments/shop/zones.ts': "import { region } from './fleet.ts';\nexport const zones = region;\n",
    },
    says: '✗ environments/shop/zones.ts:2:22: "region" is used before it is there, because files import each other: environments/shop/fleet.ts → environments/shop/apps.ts → environments/shop/zones.ts → environments/shop/fleet.ts.\n',
  },
  'a missing file': {
    files: {
      [shop]: "import { apps } from './aps.ts';\nexport default apps;\n",
      'environments/shop/apps.ts': 'export const apps = 1;\n',
    },
    says: '✗ environments/shop/fleet.ts:1:25: there is no file environments/shop/aps.ts.\n    → Did you mean "apps.ts"?',
  },
  'a package that is not installed': {
    files: { [shop]: "import 'not-a-package-of-ours';\n" },
    says: '✗ environments/shop/fleet.ts:1:9: the package "not-a-package-of-ours" is not installed.\n',
  },
  'no default export': {
    files: { [shop]: 'export const fleet = {};\n' },
    says: '✗ environments/shop/fleet.ts has no default export.\n',
  },
  'a wait for ever': {
    files: { [shop]: 'await new Promise(() => {});\nexport default {};\n' },
    says: '✗ environments/shop/fleet.ts waits for something that never comes.\n',
  },
  'a model that needs too much memory': {
    files: { [shop]: 'const all: unknown[] = [];\nfor (;;) all.push(new Array(100_000).fill(1));\n' },
    says: '✗ environments/shop/fleet.ts needs more than 2048 MB of memory.\n',
  },
  'a model that ends the program': {
    files: { [shop]: 'process.exit(0);\n' },
    says: '✗ environments/shop/fleet.ts ended the program (with code 0).\n',
  },
  'a value that is no data': {
    files: { [shop]: fleetText('shop', { web: 'replicas: Number("many")' }) },
    says: /^✗ error SEA6001 applications\.hello\.workloads\.web\.replicas is the number NaN, which is no data\.\n {4}environments\/shop\/fleet\.ts:14:67/,
  },
  'a function for a value': {
    files: { [shop]: 'export default () => ({});\n' },
    says: /^✗ error SEA6001 The default export is a function, which is no data\./,
  },
  'an object that contains itself': {
    files: {
      [shop]:
        'const fleet: Record<string, unknown> = {};\nfleet["clusters"] = { paris: fleet };\nexport default fleet;\n',
    },
    says: /^✗ error SEA6001 clusters\.paris is an object that contains itself/,
  },
  'an empty fleet': {
    files: {
      [shop]:
        "export default { name: 'shop', repository: 'https://git.example/a.git', engine: 'argo-cd', clusters: {}, applications: {} };\n",
    },
    says: /SEA1002 clusters: the fleet has no cluster/,
  },
  'two fleets that own one path': {
    files: { [shop]: fleetText('shop'), 'environments/blog/fleet.ts': fleetText('shop') },
    says: /^✗ error SEA6003 name: "shop" is the fleet of environments\/shop\/fleet\.ts; two fleets cannot own clusters\/shop\.\n {4}environments\/blog\/fleet\.ts:4:3/,
  },
  'a fleet name with ..': {
    files: { [shop]: fleetText('../shop') },
    says: /^✗ error SEA1001 name: "\.\.\/shop" is not a DNS label.*\n {4}environments\/shop\/fleet\.ts:4:3/,
  },
  'an unknown Kubernetes version': {
    files: { [shop]: fleetText('shop').replace("kubernetes: '1.29', role", "kubernetes: '1.3', role") },
    says: /^✗ error SEA1020 clusters\.paris\.kubernetes: Kubernetes 1\.3 is not known\.\n {4}environments\/shop\/fleet\.ts:8:14/,
  },
  'a misspelt field': {
    files: { [shop]: fleetText('shop', { web: 'replica: 3' }) },
    says: /replica[\s\S]*environments\/shop\/fleet\.ts:14:67/,
  },
  'two components that make one object': {
    files: {
      [shop]: fleetText('shop').replace(
        'workloads: {',
        "objects: { again: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: {} } },\n      workloads: {",
      ),
    },
    says: /^✗ error SEA1017 applications\.hello\.objects\.again: Service hello\/web is made twice: by workloads\.web and by objects\.again\.\n {4}environments\/shop\/fleet\.ts:13:18/,
  },
  'a versions file with a key twice': {
    files: {
      [shop]: fleetText('shop', { more: "environments: { prod: { versions: 'prod.yaml' } }," }),
      'environments/shop/prod.yaml': 'images:\n  a: 1.0.0\n  a: 2.0.0\n',
    },
    says: /^✗ environments\/shop\/prod\.yaml:3:3: Map keys must be unique\.\n {6}a: 2\.0\.0/,
  },
  'a versions file that is not there': {
    files: {
      [shop]: fleetText('shop', { more: "environments: { prod: { versions: 'prd.yaml' } }," }),
      'environments/shop/prod.yaml': 'images: {}\n',
    },
    says: '✗ environments/shop/fleet.ts: environments.prod.versions: there is no file environments/shop/prd.yaml.\n    → Did you mean "prod.yaml"?',
  },
};

describe('a model that is wrong ends in one sentence with its place, exit code 2, and an untouched disk', () => {
  it.each(Object.entries(badModels))('%s', async (_, { files, says }) => {
    const workspace = temporaryWorkspace({
      ...files,
      'clusters/shop/mine.md': 'mine',
      'clusters/shop/base/old.yaml': 'old',
    });
    const before = workspace.files();
    const { code, stderr, stdout } = await workspace.seatrial('compile', '--check');
    expect(stderr).toMatch(typeof says === 'string' ? new RegExp(`^${RegExp.escape(says)}`) : says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).not.toContain('defect');
    expect(code).toBe(2);
    await workspace.seatrial('compile');
    const { 'clusters/shop/mine.md': mine, 'clusters/shop/base/old.yaml': old } = workspace.files();
    expect({ mine, old }).toEqual({ mine: 'mine', old: 'old' });
    if (!Object.keys(files).some((path) => path.includes('blog'))) expect(workspace.files()).toEqual(before);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [['compile', 'shopp'], '✗ There is no fleet "shopp".\n    → Did you mean "shop"?'],
    [['validate', '--cluster', 'pari'], '✗ There is no cluster "pari".\n    → Did you mean "paris"?'],
    [['verify', '--environment', 'prd'], '✗ There is no environment "prd".\n    → Did you mean "prod"?'],
    [['model', '--application', 'helo'], '✗ There is no application "helo".\n    → Did you mean "hello"?'],
    [['explain', 'SEA501'], '✗ There is no finding with the code "SEA501".\n    → Did you mean'],
    [['compil'], "error: unknown command 'compil'\n(Did you mean compile?)"],
    [['compile', '--chek'], "error: unknown option '--chek'\n(Did you mean --check?)"],
    [
      ['validate', '-o', 'xml'],
      "error: option '-o, --output <format>' argument 'xml' is invalid. Allowed choices are text, json.",
    ],
    [['init'], '✗ The name of the fleet is missing.'],
    [['init', '../shop'], '✗ "../shop" cannot be the name of a fleet'],
  ])('%j', async (args, says) => {
    const workspace = temporaryWorkspace({ [shop]: fleetText('shop') });
    const before = workspace.files();
    const { code, stderr } = await workspace.seatrial(...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
    expect(workspace.files()).toEqual(before);
  });

  it('outside of a repository', async () => {
    const workspace = temporaryWorkspace();
    rmSync(`${workspace.root}/environments`, { recursive: true });
    const { code, stderr } = await workspace.seatrial('compile');
    expect(stderr).toMatch(/^✗ There is no folder environments\/ in .* or above it\./);
    expect(code).toBe(2);
  });
});
