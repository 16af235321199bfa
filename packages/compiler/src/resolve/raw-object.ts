import type { z } from 'zod';
import { isRecord } from '../objects/merge-patch.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { rawObjectSchema } from '../model/raw-object.ts';
import type { Context, Draft } from './context.ts';

type Raw = z.infer<typeof rawObjectSchema>;

/** Drops what JSON has no value for: kustomize and API servers treat a null field as an absent one. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([key, field]) => [key, withoutNulls(field)]),
  );
}

export function rawObject(component: string, raw: Raw, context: Context): Draft {
  const object = withoutNulls({ ...raw, metadata: { name: component, ...raw.metadata } }) as KubernetesObject;
  const path = ['objects', component];
  if (
    object.kind === 'Secret' &&
    object.apiVersion === 'v1' &&
    ('data' in object || 'stringData' in object)
  ) {
    context.report({
      code: 'SEA1014',
      sentence: `Secret ${object.metadata.name} holds its values in plain text`,
      hint: 'use externalSecrets, or a SealedSecret or SOPS file made outside the model',
      path,
    });
  }
  const wave = context.dialect.waveOf(object.metadata.annotations ?? {});
  return { object, component, path, ...(wave === undefined ? {} : { wave }) };
}
