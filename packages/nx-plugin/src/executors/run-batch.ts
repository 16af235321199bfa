import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import type { FleetPart, FleetTask } from '@seatrial/cli';
import { keepCompiledCode } from '@seatrial/cli/compiled-code';
import { runWithCompile } from '../hooks/names.ts';
import type { TargetOptions } from './options.ts';

/** What Nx wants to know of a task of a batch. Times are milliseconds since 1970. */
interface BatchResult {
  readonly success: boolean;
  readonly terminalOutput: string;
  readonly startTime: number;
  readonly endTime: number;
}

/** What Nx calls with all tasks of an executor that can be run. It prints what is yielded, and nothing that is returned. */
export type BatchExecutor = (
  taskGraph: TaskGraph,
  options: Record<string, TargetOptions>,
  overrides: unknown,
  context: ExecutorContext,
) => AsyncIterable<{ readonly task: string; readonly result: BatchResult }>;

/** What Nx calls with one task. */
export type Executor = (options: TargetOptions, context: ExecutorContext) => Promise<{ success: boolean }>;

/** Runs all tasks of a batch in this process: every fleet is loaded once, and one engine looks at all objects. */
export function batchOf(kind: FleetTask['kind']): BatchExecutor {
  return async function* (_, options, _overrides, context) {
    const startTime = Date.now();
    const ids = new Map(Object.entries(options).map(([id, one]) => [taskOf(kind, one), id]));
    const results = await run(kind, [...ids.keys()], context);
    const endTime = Date.now();
    for (const [task, id] of ids) {
      const { text, success } = results.get(task) ?? { text: '', success: false };
      yield { task: id, result: { success, terminalOutput: text, startTime, endTime } };
    }
  };
}

/** Runs one task, for a run without batches. */
export function executorOf(kind: FleetTask['kind']): Executor {
  return async (options, context) => {
    const task = taskOf(kind, options);
    const { text = '', success = false } = (await run(kind, [task], context)).get(task) ?? {};
    process.stdout.write(text);
    return { success };
  };
}

async function run(
  kind: FleetTask['kind'],
  tasks: readonly FleetTask[],
  context: ExecutorContext,
): Promise<ReadonlyMap<FleetTask, { readonly text: string; readonly success: boolean }>> {
  const compiled = kind === 'compile' ? new Set<string>() : fleetsCompiledIn(context);
  if (compiled.size > 0 && (process.env[runWithCompile] ?? '') === '') {
    const text = `The run also compiles, which the command line does not say: Nx would keep the verdict under the tree as it was before.\n    → Name compile among the targets: \`nx run-many -t compile ${kind}\`.\n`;
    return new Map(tasks.map((task) => [task, { text, success: false }]));
  }
  keepCompiledCode();
  // The graph of Nx loads this plugin at every command, and the command line only when a task is run.
  const { reportTasks, runFleetTasks } = await import('@seatrial/cli');
  const results = await runFleetTasks({ root: context.root, tasks, compiled });
  const told = new Map([...results].map(([task, { text, code }]) => [task, { text, success: code === 0 }]));
  if (kind !== 'validate') return told;
  try {
    await reportTasks(results.values(), context.root);
  } catch (error) {
    // The verdicts are found all the same; one task says what is wrong, so that the run fails.
    const [first] = tasks;
    const sentence = error instanceof Error ? error.message : String(error);
    if (first !== undefined)
      told.set(first, { text: `${told.get(first)?.text ?? ''}✗ ${sentence}\n`, success: false });
  }
  return told;
}

function taskOf(kind: FleetTask['kind'], { fleet, cluster, argoCd = false }: TargetOptions): FleetTask {
  return { kind, fleet, part: partOf(cluster, argoCd) };
}

function partOf(cluster: string | undefined, argoCd: boolean): FleetPart {
  if (cluster !== undefined) return { kind: 'cluster', cluster };
  return argoCd ? { kind: 'argo-cd' } : { kind: 'fleet' };
}

/** The fleets that a task of the same run compiles. */
function fleetsCompiledIn({ taskGraph, projectsConfigurations }: ExecutorContext): ReadonlySet<string> {
  const fleets = Object.values(taskGraph?.tasks ?? {}).flatMap(({ target: { project, target } }) => {
    const { executor, options } = projectsConfigurations.projects[project]?.targets?.[target] ?? {};
    const { fleet } = (options ?? {}) as Partial<TargetOptions>;
    return executor === '@seatrial/nx-plugin:compile' && fleet !== undefined ? [fleet] : [];
  });
  return new Set(fleets);
}
