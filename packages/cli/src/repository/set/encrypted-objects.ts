import type { Finding } from '@seatrial/compiler';
import { isRecord, type LocatedObject } from '@seatrial/validator';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit, UnitNotRendered } from '../engines/unit.ts';
import { codes } from '../findings/codes.ts';

/** The objects of a unit, apart: those that can be read, and those that SOPS has encrypted. */
export interface EncryptedObjects {
  readonly plain: readonly UnitObject[];
  /** As they are once they are decrypted: their keys are known, and nothing of their values. */
  readonly encrypted: readonly LocatedObject[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly UnitNotRendered[];
}

/**
 * Sets apart what SOPS has encrypted, which carries a field `sops` that no API server knows. Flux decrypts where
 * `spec.decryption` says so; Argo CD never does without a plugin; what a person applies by hand is the person's to decrypt.
 */
export function encryptedObjects(
  objects: readonly UnitObject[],
  { name, engine, decrypts }: Unit,
): EncryptedObjects {
  const encrypted = objects.filter(({ object }) => isRecord((object as Fields)['sops']));
  const [first] = encrypted;
  if (first === undefined) return { plain: objects, encrypted, findings: [], gaps: [] };
  const isLost = engine === 'argo-cd' || (engine === 'flux' && decrypts !== true);
  const title = nameOf(first);
  return {
    plain: objects.filter((located) => !encrypted.includes(located)),
    encrypted: encrypted.map((located) => ({ ...located, object: decrypted(located.object) })),
    findings: isLost ? [lost(engine, first, encrypted.length)] : [],
    gaps: [
      {
        kind: 'encrypted',
        isNamed: true,
        what: encrypted.length === 1 ? `${title} of ${name}` : `${encrypted.length} objects of ${name}`,
        reason: 'the values are encrypted with SOPS',
      },
    ],
  };
}

type Fields = Readonly<Record<string, unknown>>;

function lost(engine: 'argo-cd' | 'flux', { object, place }: UnitObject, count: number): Finding {
  const name = engine === 'argo-cd' ? 'Argo CD' : 'Flux';
  const others = count === 1 ? '' : ` and ${count - 1} more`;
  return {
    code: codes.notDecrypted,
    severity: 'warning',
    sentence: `${name} does not decrypt ${nameOf({ object })}${others}, which SOPS has encrypted.`,
    hint:
      engine === 'argo-cd'
        ? 'Name a plugin that decrypts in spec.source.plugin, or make it a SealedSecret or an ExternalSecret.'
        : 'Set spec.decryption in the Kustomization that applies it.',
    place,
  };
}

function nameOf({ object }: Pick<UnitObject, 'object'>): string {
  return `${object.kind} ${object.metadata?.name}`;
}

function decrypted(object: UnitObject['object']): UnitObject['object'] {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => key !== 'sops'),
  ) as unknown as UnitObject['object'];
}
