import { checkTree, treeLocation, treeOfFleet } from '@seatrial/compiler';
import { isKnownTree, rememberTree } from '../compile/known-trees.ts';
import { locateFindings } from '../findings/located-finding.ts';
import { countFindings, exitCodeOf } from '../findings/print-findings.ts';
import { textOfFindings } from '../findings/text-of-findings.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FleetTask, TaskResult } from './fleet-task.ts';
import { filesOfParts } from './part-of-tree.ts';

/** The tasks whose part of the committed tree is not what the model compiles to, with what there is to tell of it. */
export async function staleParts(
  loaded: LoadedFleet,
  tasks: readonly FleetTask[],
  workspace: Workspace,
): Promise<ReadonlyMap<FleetTask, TaskResult>> {
  const { fleet, source } = loaded;
  if (await isKnownTree(loaded, workspace.root)) return new Map();
  const differences = await checkTree(treeLocation(workspace.root, fleet.name), treeOfFleet(loaded));
  const filesOf = filesOfParts(fleet);
  const stale = new Map<FleetTask, TaskResult>();
  for (const task of tasks) {
    const isOwn = filesOf(task.part);
    const findings = differences.filter(({ place: { file } }) => isOwn(file));
    if (findings.length === 0) continue;
    const located = await locateFindings(findings, source, workspace);
    const verdict = `${fleet.name}: ${countFindings(findings)}: ${task.kind} looks at a tree that its model compiles to\n`;
    stale.set(task, {
      text: `${textOfFindings(located, process.stdout)}${verdict}`,
      code: exitCodeOf(findings),
      report: {
        subject: { kind: 'fleet', name: fleet.name },
        findings: located,
        coverage: [],
        units: [],
        notRendered: [],
        seconds: 0,
      },
    });
  }
  if (differences.length === 0) await rememberTree(loaded, workspace.root);
  return stale;
}
