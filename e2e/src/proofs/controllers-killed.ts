import type { Placement, ResolvedFleet } from '@seatrial/compiler';
import { withMarks } from '../model-changes/with-marks.ts';
import type { LabArgoCd, Operator } from '../lab/lab.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { killInTheMiddle } from './controllers-killed/kill-in-the-middle.ts';
import { proveTogether } from './together/prove-together.ts';

/** Source: processRequestedAppOperation in controller/appcontroller.go of Argo CD 3.4, which resumes what it finds running. */
export const controllersKilledProof: ProofKind & {
  prove(trial: Trial, claims: readonly Claim[]): Promise<void>;
} = {
  name: 'controllers-killed',
  title: 'Controllers killed in a sync',
  promise:
    'A sync in the middle of which a controller of Argo CD is killed changes nothing while it is away, and is finished when it is back; its hooks run again at most once.',

  derive: (fleet) =>
    fleet.argoCd.instances.flatMap(({ cluster, placements }) =>
      syncedBy(fleet, placements).length === 0
        ? []
        : victims.map(({ id, title }) => ({
            id: `controllers-killed/${id}-${cluster}`,
            kind: 'controllers-killed',
            sentence: `The ${title} of the Argo CD on ${cluster} is killed in the middle of a sync, and the sync is finished`,
            cluster,
          })),
    ),

  async prove(trial, claims) {
    const { model } = trial.subject;
    const { fleet } = trial.published;
    // One after the other: two of them away at once would be another claim.
    for (const claim of claims) {
      const argoCd = trial.lab.argoCds.find(({ cluster }) => cluster === claim.cluster);
      const victim = victims.find(({ id }) => claim.id.includes(`/${id}-`));
      const instance = fleet.argoCd.instances.find(({ cluster }) => cluster === claim.cluster);
      if (argoCd === undefined || victim === undefined || instance === undefined) continue;
      const placements = syncedBy(fleet, instance.placements);
      const marks = placements.map((one) => ({ ...one, value: victim.id }));
      // Every second change is the way back.
      const changed = trial.published.model === model ? withMarks(model, fleet, marks) : model;
      await proveTogether(trial, [claim], (_claim, notes) =>
        killInTheMiddle(trial, {
          operator: victim.of(argoCd),
          title: victim.title,
          placements,
          changed,
          notes,
        }),
      );
    }
  },
};

const victims: readonly {
  readonly id: string;
  readonly title: string;
  readonly of: (argoCd: LabArgoCd) => Operator;
}[] = [
  { id: 'application-controller', title: 'application controller', of: ({ controller }) => controller },
  { id: 'repo-server', title: 'repo server', of: ({ repoServer }) => repoServer },
];

function syncedBy(fleet: ResolvedFleet, names: readonly string[]): Placement[] {
  return fleet.placements.filter(({ name, sync }) => sync.automated && names.includes(name));
}
