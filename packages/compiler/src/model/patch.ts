import { z } from 'zod';

const jsonPatchOperation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('replace'), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
]);

/** A change of one object: a merge patch (RFC 7386), or operations of a JSON patch (RFC 6902). */
export const patchSchema = z.union([z.array(jsonPatchOperation), z.record(z.string(), z.unknown())]);
export type Patch = z.input<typeof patchSchema>;
