import { z } from 'zod';
import { proofKinds, type Proof } from '../trial/claim.ts';
import type { StandIn } from '../lab/lab.ts';

/** Milliseconds of the rehearsal's clock, since it began. */
const time = z.number().nonnegative();
const plane = z
  .enum(['control plane', 'data plane'])
  .describe('What times stand for. On the control plane pods are modelled and no packets flow.');

const standIn = z.strictObject({
  what: z.string(),
  where: z.string(),
  real: z.string(),
  standIn: z.string(),
  why: z.string(),
}) satisfies z.ZodType<StandIn>;

const proof = z.strictObject({
  id: z.string().describe('Unique, and the same in every rehearsal of the same fleet.'),
  kind: z.enum(proofKinds),
  sentence: z.string(),
  placement: z.string().exactOptional(),
  cluster: z.string().exactOptional(),
  outcome: z.enum(['proven', 'disproven', 'timeout', 'infrastructure', 'not proven here']),
  plane,
  began: time,
  ended: time,
  seen: z.array(z.strictObject({ at: time, text: z.string() })).readonly(),
  measures: z
    .array(
      z.strictObject({
        name: z.string(),
        value: z.number(),
        unit: z.enum(['ms', 's', 'objects', 'times', 'writes', 'requests']),
      }),
    )
    .readonly(),
  reason: z.string().exactOptional().describe('Why it is not proven.'),
  dump: z
    .array(z.strictObject({ title: z.string(), text: z.string() }))
    .readonly()
    .exactOptional(),
}) satisfies z.ZodType<Proof>;

const timeline = z.strictObject({
  placements: z
    .array(
      z.strictObject({
        placement: z.string(),
        cluster: z.string(),
        phases: z
          .array(
            z.strictObject({
              at: time,
              sync: z.string(),
              health: z.string(),
              operation: z.string(),
              revision: z.string(),
            }),
          )
          .readonly()
          .describe('What its Application said, from `at` until the next one.'),
      }),
    )
    .readonly(),
  commits: z.array(z.strictObject({ at: time, sha: z.string(), message: z.string() })).readonly(),
});

const drill = z
  .strictObject({
    name: z.string(),
    claim: z.string().describe('The id of the claim that it belongs to.'),
    began: time,
    ended: time,
    from: z.string(),
    to: z.string(),
    steps: z
      .array(
        z.strictObject({
          at: time,
          number: z.int(),
          title: z.string(),
          seen: z.string(),
          cluster: z.string().exactOptional(),
        }),
      )
      .readonly(),
    lanes: z
      .array(
        z.strictObject({
          cluster: z.string(),
          stretches: z
            .array(
              z.strictObject({
                from: time,
                to: time,
                state: z.enum(['serving', 'idle', 'unreachable', 'fenced']),
              }),
            )
            .readonly(),
        }),
      )
      .readonly()
      .describe('What a probe saw of each cluster, as stretches of time.'),
    doubleActive: z
      .array(z.strictObject({ from: time, to: time, seen: z.boolean() }))
      .readonly()
      .describe(
        'When clients of one host were sent to two clusters. Not seen: one of them was out of sight, and had served before.',
      ),
    measures: z.array(z.strictObject({ name: z.string(), value: z.number(), unit: z.string() })).readonly(),
  })
  .describe('A failover, or an attempt at one, second by second for both clusters.');

/** All that a rehearsal yields: the JSON report is exactly this. Times are milliseconds since `began`. */
export const rehearsalSchema = z.strictObject({
  fleet: z.string(),
  provider: z.enum(['local', 'kind', 'existing']),
  plane,
  selection: z
    .strictObject({
      proofs: z
        .strictObject({
          chosen: z.array(z.string()).readonly(),
          leftOut: z.array(z.enum(proofKinds)).readonly(),
        })
        .exactOptional()
        .describe('Chosen: kinds, and ids of single claims. Left out: kinds of which no claim was chosen.'),
      clusters: z
        .strictObject({ chosen: z.array(z.string()).readonly(), leftOut: z.array(z.string()).readonly() })
        .exactOptional()
        .describe('Clusters that claims are about; all of them ran.'),
    })
    .exactOptional()
    .describe(
      'Present where a rehearsal was asked for less than everything: nothing is said about the rest.',
    ),
  began: z.string().describe('ISO 8601.'),
  took: time,
  /** `lab ready`, `first sync`, `proofs`, `clean-up`. */
  stages: z.array(z.strictObject({ title: z.string(), began: time, ended: time })).readonly(),
  versions: z.record(z.string(), z.string()).readonly().describe('Versions of what ran, by its name.'),
  knobs: z
    .array(z.strictObject({ name: z.string(), value: z.string(), usual: z.string() }))
    .readonly()
    .describe('Settings that differ from their usual value, so that a rehearsal is short.'),
  standIns: z.array(standIn).readonly().describe('What was replaced, where, and why.'),
  kinds: z
    .array(z.strictObject({ name: z.enum(proofKinds), title: z.string(), promise: z.string() }))
    .readonly()
    .describe('What each kind of proof is about: what exactly the engine promises.'),
  proofs: z.array(proof).readonly(),
  timeline,
  drills: z.array(drill).readonly(),
  ended: z
    .enum(['complete', 'infrastructure', 'interrupted'])
    .describe(
      'Other than complete: the ground gave way, or a person interrupted. What is here is until then.',
    ),
  reason: z.string().exactOptional(),
});
export interface Rehearsal extends Readonly<z.infer<typeof rehearsalSchema>> {}

export interface Timeline extends Readonly<z.infer<typeof timeline>> {}
export interface Drill extends Readonly<z.infer<typeof drill>> {}

/** JSON Schema (draft 2020-12) of the rehearsal's `rehearsal.json`. */
export function rehearsalJsonSchema(): unknown {
  return z.toJSONSchema(rehearsalFileSchema);
}

const rehearsalFileSchema = z.strictObject({
  apiVersion: z.literal('seatrial/v1'),
  kind: z.literal('Rehearsal'),
  ...rehearsalSchema.shape,
});

/** The rehearsal as the text of `rehearsal.json`. */
export function jsonReport(rehearsal: Rehearsal): string {
  const data: z.input<typeof rehearsalFileSchema> = {
    apiVersion: 'seatrial/v1',
    kind: 'Rehearsal',
    ...rehearsal,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
