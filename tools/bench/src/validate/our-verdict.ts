import type { ResolvedFleet } from '@seatrial/compiler';
import { runSeatrial } from '../run-seatrial.ts';
import type { Workspace } from '../workspace.ts';
import type { Verdict } from './their-tools.ts';

/** What `seatrial validate -o json` prints, as far as it is compared. */
interface Printed {
  readonly results: readonly {
    readonly findings: readonly {
      readonly code: string;
      readonly place: { readonly object?: { readonly name: string } };
    }[];
    readonly coverage: readonly {
      readonly cluster: string;
      readonly checked: number;
      readonly policies: { readonly reviewed: number };
    }[];
  }[];
}

/** What Seatrial says of the trees of a fleet as it is now; what Argo CD is told on its hub is not counted. */
export async function ourVerdict(
  workspace: Workspace,
  fleet: ResolvedFleet,
  env: Readonly<Record<string, string>>,
): Promise<Verdict> {
  const printed = JSON.parse(
    await runSeatrial(workspace, ['validate', 'bench', '-o', 'json'], env),
  ) as Printed;
  const placed = new Set(fleet.placements.map(({ cluster }) => cluster));
  const results = printed.results.flatMap(({ coverage }) =>
    coverage.filter(({ cluster }) => placed.has(cluster)),
  );
  const objects = results.reduce((sum, { checked }) => sum + checked, 0);
  const reviewed = results.reduce((sum, { policies }) => sum + policies.reviewed, 0);
  if (reviewed !== objects) throw new Error(`${reviewed} of ${objects} objects were held against policies`);
  const named = (code: string): readonly string[] =>
    printed.results.flatMap(({ findings }) =>
      findings.flatMap((finding) => (finding.code === code ? [finding.place.object?.name ?? ''] : [])),
    );
  return { objects, invalid: named('SEA3001'), denied: named('SEA3301') };
}
