import type { Finding } from '@seatrial/compiler';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit, UnitNotRendered } from '../engines/unit.ts';
import { codes } from '../findings/codes.ts';

/** The objects of a unit, apart: those that are whole, and those that hold variables without a value. */
export interface HeldVariables {
  readonly complete: readonly UnitObject[];
  readonly held: readonly UnitObject[];
  readonly findings: readonly Finding[];
  readonly reasons: readonly UnitNotRendered[];
}

/**
 * What becomes of variables of Flux without a value: nothing is known of the object where a source of variables is not
 * known here; else Flux refuses it.
 */
export function heldVariables(
  objects: readonly UnitObject[],
  { name, unknownVariables = [] }: Unit,
): HeldVariables {
  const held = objects.filter(({ unset }) => unset.length > 0);
  if (held.length === 0) return { complete: objects, held, findings: [], reasons: [] };
  const complete = objects.filter(({ unset }) => unset.length === 0);
  const source = unknownVariables[0];
  if (source !== undefined) {
    const what = `${held.length === 1 ? '1 object' : `${held.length} objects`} of ${name}`;
    const reason = `variables come from ${source}, which is not readable here`;
    return { complete, held, findings: [], reasons: [{ kind: 'variables', what, reason }] };
  }
  const findings = held.flatMap(({ object, place, unset }) =>
    unset.map((variable): Finding => {
      const sentence = `The variable ${variable} of ${object.kind} ${object.metadata?.name} has no value.`;
      const hint = `Give it one in postBuild, a default with \${${variable}:=value}, or write $\${${variable}} for text that is meant as it is.`;
      return { code: codes.unsetVariable, severity: 'error', sentence, hint, place };
    }),
  );
  return { complete, held, findings, reasons: [] };
}
