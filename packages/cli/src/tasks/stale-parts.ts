import { checkParts, emit, factsOfFleet, treeLocation, type TreePart } from '@seatrial/compiler';
import { isKnownTree, rememberTree } from '../compile/known-trees.ts';
import { locateFindings } from '../findings/located-finding.ts';
import { countFindings, exitCodeOf } from '../findings/print-findings.ts';
import { textOfFindings } from '../findings/text-of-findings.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FleetTask, TaskResult } from './fleet-task.ts';
import { treePartOf } from './part-of-tree.ts';

const everything: TreePart = { holds: () => true, clusters: [], wholeRecord: true };

/** The tasks whose part of the committed tree is not what the model compiles to, with what there is to tell of it. */
export async function staleParts(
  loaded: LoadedFleet,
  tasks: readonly FleetTask[],
  workspace: Workspace,
): Promise<ReadonlyMap<FleetTask, TaskResult>> {
  const { fleet, source } = loaded;
  if (await isKnownTree(loaded, workspace.root)) return new Map();
  const facts = factsOfFleet(loaded);
  const findingsIn = await checkParts(treeLocation(workspace.root, fleet.name), emit(fleet), facts);
  const stale = new Map<FleetTask, TaskResult>();
  for (const task of tasks) {
    const findings = findingsIn(treePartOf(task.part, facts));
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
  if (findingsIn(everything).length === 0) await rememberTree(loaded, workspace.root);
  return stale;
}
