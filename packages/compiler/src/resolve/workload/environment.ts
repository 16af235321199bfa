import type { LongWorkload } from '../../model/workload.ts';
import type { EnvironmentVariable } from '../../model/environment-variable.ts';
import { compact } from '../compact.ts';

function entry(name: string, value: EnvironmentVariable): object {
  if (typeof value === 'string') return { name, value };
  if ('field' in value) return { name, valueFrom: { fieldRef: { fieldPath: value.field } } };
  const reference = 'secret' in value ? value.secret : value.configMap;
  const key = compact({ name: reference, key: value.key, optional: value.optional });
  return { name, valueFrom: 'secret' in value ? { secretKeyRef: key } : { configMapKeyRef: key } };
}

/** `env`: plain values first in the order of the model, as authors write it. */
export function environmentOf(environment: LongWorkload['environment']): object[] {
  return Object.entries(environment ?? {}).map(([name, value]) => entry(name, value));
}

export function environmentFromOf(from: LongWorkload['environmentFrom']): object[] {
  return [
    ...(from?.secrets ?? []).map((name) => ({ secretRef: { name } })),
    ...(from?.configMaps ?? []).map((name) => ({ configMapRef: { name } })),
  ];
}
