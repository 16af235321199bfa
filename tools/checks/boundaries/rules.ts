/**
 * The boundaries of the repository, as data. Paths are relative to its root, with `/`.
 * Whoever adds a folder to a staged package adds it here, or the check says that it has no stage.
 */

/** Stages of a package in the order data flows: a file imports its own stage and those above it, nothing else. */
export const stages: Stages = {
  'packages/compiler/src': [
    ['objects'],
    ['findings'],
    ['resolved'],
    ['model'],
    ['dialect'],
    ['resolve'],
    ['emit'],
    ['emit/yaml'],
    ['emit/kustomize', 'emit/argo-cd', 'emit/documents'],
    ['emit/emit.ts'],
    ['plan'],
    ['facts'],
    ['write'],
    ['index.ts'],
  ],
  'packages/validator/src': [
    ['json'],
    ['schemas'],
    ['findings'],
    ['suppress'],
    ['rendered'],
    ['check'],
    ['sources'],
    ['kubeconform', 'admission', 'policies', 'references', 'argo-cd', 'fleet', 'kustomizations'],
    ['validate'],
    ['index.ts'],
  ],
  'packages/cli/src': [
    ['workspace'],
    ['cache'],
    ['findings'],
    ['helm', 'kustomize', 'policies'],
    ['prepare'],
    ['load'],
    ['verify', 'compile'],
    ['reports'],
    ['validate'],
    ['watch'],
    ['repository'],
    ['init', 'doctor', 'failover'],
    ['error-boundary.ts'],
    ['version.ts'],
    ['rehearse'],
    ['commands'],
    ['tasks'],
    ['rehearsal-commands.ts'],
    ['program.ts'],
    ['main.ts'],
    ['index.ts'],
  ],
  'e2e/src': [
    ['run'],
    ['kubernetes'],
    ['lab'],
    ['pki', 'companions', 'argo-cd'],
    ['trial/claim.ts', 'trial/subject.ts', 'faults/fault-name.ts'],
    ['report/rehearsal.ts'],
    ['rehearsal-request.ts'],
    ['stand-in'],
    ['operators'],
    ['providers'],
    ['providers/local', 'providers/kind', 'providers/existing'],
    ['providers/provider-of.ts', 'providers/programs-needed.ts'],
    ['trial'],
    ['faults', 'model-changes'],
    ['proofs/changes'],
    ['proofs/engine'],
    ['drills'],
    ['proofs'],
    ['report'],
    ['open-rehearsed-fleet.ts'],
    ['rehearse.ts', 'bring-up.ts'],
    ['index.ts'],
  ],
  'packages/nx-plugin/src': [['hooks'], ['graph'], ['executors', 'generators'], ['index.ts']],
};

/** What stages that stand beside each other may take of each other: nothing but this. */
export const siblings: readonly Sibling[] = [
  // An Application names the files that its tree reads, and only the kustomize emitter knows them.
  {
    in: 'packages/compiler/src',
    from: 'emit/argo-cd',
    to: 'emit/kustomize/chart-values.ts',
    names: ['chartValueFiles'],
  },
  {
    in: 'packages/compiler/src',
    from: 'emit/argo-cd',
    to: 'emit/kustomize/files-read.ts',
    names: ['filesRead'],
  },
  // Argo CD and a person read a kustomization alike.
  { in: 'packages/validator/src', from: 'argo-cd', to: 'kustomizations/kustomization-names.ts' },
  { in: 'packages/validator/src', from: 'argo-cd', to: 'kustomizations/paths-read.ts' },
  // The documents tell people what Argo CD is told, in the same names.
  { in: 'packages/compiler/src', from: 'emit/documents', to: 'emit/argo-cd/index.ts' },
];

export interface Sibling {
  readonly in: string;
  readonly from: string;
  /** A folder or a file. */
  readonly to: string;
  /** Absent: whatever is exported there. */
  readonly names?: readonly string[];
}

/** Packages by folder, with the packages of this repository that each may import, by name only. */
export const packages: Readonly<Record<string, Package>> = {
  'packages/compiler': { name: '@seatrial/compiler', imports: [] },
  'packages/validator': {
    name: '@seatrial/validator',
    imports: ['@seatrial/compiler'],
    // A guest is built from its recipe to be tested; the policies that are shipped are what the policy engine is held to.
    inTests: ['@seatrial/guests', '@seatrial/policies'],
  },
  'packages/cli': {
    name: '@seatrial/cli',
    imports: ['@seatrial/compiler', '@seatrial/validator', '@seatrial/guests', '@seatrial/e2e'],
    // Asked at every command of Nx, and before the whole command line is loaded, which takes a second.
    entries: ['absent-charts', 'compiled-code'],
  },
  e2e: {
    name: '@seatrial/e2e',
    imports: ['@seatrial/compiler'],
    // Its tests prepare and load as the command line does.
    inTests: ['@seatrial/cli', '@seatrial/guests', '@seatrial/policies'],
  },
  'packages/policies': { name: '@seatrial/policies', imports: [] },
  'packages/nx-plugin': { name: '@seatrial/nx-plugin', imports: ['@seatrial/cli'] },
  'tools/guests': { name: '@seatrial/guests', imports: [] },
  'tools/bench': {
    name: '@seatrial/bench',
    imports: ['@seatrial/compiler', '@seatrial/cli', '@seatrial/validator', '@seatrial/policies'],
  },
  'tools/setup': { name: '@seatrial/setup', imports: ['@seatrial/compiler', '@seatrial/cli'] },
  'tools/checks': { name: '@seatrial/checks', imports: [] },
  'tools/release': { name: '@seatrial/release', imports: [] },
  environments: { name: '@seatrial/environments', imports: ['@seatrial/compiler', '@seatrial/policies'] },
};

/** What a folder must not use: modules by name, globals as they are written (`console.*` is any of its members). */
export const bans: readonly Ban[] = [
  {
    in: ['packages/compiler/src'],
    modules: [
      'child_process',
      'worker_threads',
      'cluster',
      'net',
      'http',
      'https',
      'http2',
      'tls',
      'dgram',
      'dns',
    ],
    globals: ['fetch', 'WebSocket', 'import()'],
    rule: 'the compiler starts no process, opens no connection and runs no user code',
  },
  {
    in: ['packages/compiler/src'],
    except: ['packages/compiler/src/write'],
    modules: ['fs', 'fs/promises', 'os'],
    globals: ['process.env', 'process.cwd', 'Math.random', 'Date.now'],
    rule: 'the core is pure: only write/ touches the disk, and nothing reads the machine',
  },
  {
    in: ['packages/nx-plugin/src'],
    except: ['packages/nx-plugin/src/executors', 'packages/nx-plugin/src/generators'],
    modules: ['@seatrial/cli'],
    globals: [],
    rule: 'the graph of Nx is made at every command, and the command line takes a second to load',
  },
  {
    in: ['packages/cli/src'],
    except: [
      'packages/cli/src/rehearse',
      'packages/cli/src/commands/rehearse.ts',
      'packages/cli/src/commands/cluster-up.ts',
    ],
    modules: ['@seatrial/e2e'],
    globals: [],
    rule: 'only a rehearsal loads what talks to clusters',
  },
  {
    in: [
      'packages/compiler/src',
      'packages/validator/src',
      'packages/nx-plugin/src',
      'tools/guests/src',
      'e2e/src',
    ],
    modules: ['process', 'console'],
    globals: [
      'console.*',
      'process.exit',
      'process.exitCode',
      'process.abort',
      'process.stdout',
      'process.stderr',
    ],
    except: [
      'packages/nx-plugin/src/executors',
      'e2e/src/run/supervisor-program.ts',
      'e2e/src/providers/existing/remove-traces-program.ts',
      'e2e/src/companions/chart-server-program.ts',
      'e2e/src/companions/git-server-program.ts',
      'e2e/src/companions/tcp-proxy-program.ts',
    ],
    rule: 'only packages/cli prints or exits, what Nx runs as a task, and what a rehearsal starts as a process',
  },
];

export interface Ban {
  readonly in: readonly string[];
  readonly except?: readonly string[];
  /** Modules of Node, without `node:`. */
  readonly modules: readonly string[];
  readonly globals: readonly string[];
  readonly rule: string;
}

export type Stages = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface Package {
  readonly name: string;
  readonly imports: readonly string[];
  /** What is exported beside `index.ts`. */
  readonly entries?: readonly string[];
  /** What its tests may import beyond that. */
  readonly inTests?: readonly string[];
}
