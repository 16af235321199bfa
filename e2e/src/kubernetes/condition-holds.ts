import type { KubernetesObject } from '@seatrial/compiler';

/** Whether an object's status has a condition of this type that is `True`. */
export function conditionHolds(object: KubernetesObject | undefined, type: string): boolean {
  const { status } = (object ?? {}) as { status?: { conditions?: { type: string; status: string }[] } };
  return (
    status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false
  );
}
