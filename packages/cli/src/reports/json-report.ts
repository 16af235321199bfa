import { z } from 'zod';
import type { Report } from './report.ts';

const sourcePlace = z.strictObject({
  file: z.string().describe("Relative to the repository's root."),
  line: z.int().min(1).exactOptional(),
  column: z.int().min(1).exactOptional(),
});

const place = z.strictObject({
  fleet: z.string().exactOptional(),
  cluster: z.string().exactOptional(),
  environment: z.string().exactOptional(),
  application: z.string().exactOptional(),
  object: z
    .strictObject({
      group: z.string().describe('API group; empty for the core group.'),
      kind: z.string(),
      namespace: z.string().exactOptional(),
      name: z.string(),
    })
    .exactOptional(),
  field: z.string().exactOptional().describe('JSON pointer (RFC 6901) into the object.'),
  model: z.array(z.string()).exactOptional().describe('Path in the model of the fleet.'),
  file: z.string().exactOptional().describe("Generated file, relative to the tree's folder."),
  source: sourcePlace.exactOptional().describe('What a person wrote.'),
});

const finding = z.strictObject({
  code: z.string().regex(/^SEA\d{4}$/),
  severity: z.enum(['error', 'warning', 'info']),
  sentence: z.string(),
  hint: z.string(),
  place,
  generated: sourcePlace.exactOptional().describe('Where the committed tree says it.'),
  suppressed: z.strictObject({ reason: z.string() }).exactOptional(),
});

const notChecked = z.strictObject({
  cluster: z.string(),
  rule: z.string(),
  reason: z.string(),
  count: z.int().min(1),
});

const coverage = z.strictObject({
  cluster: z.string(),
  kubernetes: z.string(),
  total: z.int(),
  checked: z.int(),
  unchecked: z.array(z.strictObject({ apiVersion: z.string(), kind: z.string(), count: z.int() })),
  policies: z
    .strictObject({ templates: z.int(), constraints: z.int(), reviewed: z.int() })
    .describe('Gatekeeper policies of the cluster, and the objects that were held against them.'),
  notChecked: z.array(notChecked).describe('Rules that could not be decided.'),
});

const result = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['fleet', 'repository']), name: z.string() }),
  findings: z.array(finding),
  coverage: z.array(coverage),
  units: z.array(
    z.strictObject({
      name: z.string(),
      cluster: z.string(),
      objects: z.int(),
      notRendered: z.string().exactOptional().describe('Why nobody has seen all of its objects.'),
    }),
  ),
  notRendered: z
    .array(z.strictObject({ what: z.string(), reason: z.string(), units: z.array(z.string()) }))
    .describe('What nobody has seen the objects of, so that nothing about them was checked.'),
});

const validationSchema = z.strictObject({
  apiVersion: z.literal('seatrial/v1'),
  kind: z.literal('Validation'),
  results: z.array(result),
});

/** JSON Schema (draft 2020-12) of what `seatrial validate -o json` prints. */
export function validationJsonSchema(): unknown {
  return z.toJSONSchema(validationSchema);
}

/** The reports of a run as JSON text, without times: the same input gives the same bytes. */
export function jsonReport(reports: readonly Report[]): string {
  const data: z.infer<typeof validationSchema> = {
    apiVersion: 'seatrial/v1',
    kind: 'Validation',
    results: reports.map(({ subject, findings, coverage: covered, units, notRendered }) => ({
      subject,
      findings: [...findings] as z.infer<typeof finding>[],
      coverage: [...covered] as z.infer<typeof coverage>[],
      units: units.map(({ name, cluster, objects, notRendered: reason }) => ({
        name,
        cluster,
        objects,
        ...(reason === undefined ? {} : { notRendered: reason }),
      })),
      notRendered: [...notRendered] as z.infer<typeof result>['notRendered'],
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
