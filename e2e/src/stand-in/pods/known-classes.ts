import type { ResolvedFleet } from '@seatrial/compiler';
import type { JsonRecord } from '../json.ts';

/** Fields of a pod that name a class, and the kind of that: without the class the API server refuses the pod. */
const kinds: Readonly<Record<string, string>> = {
  priorityClassName: 'PriorityClass',
  runtimeClassName: 'RuntimeClass',
};

/** The fields of pods that name a class which neither the fleet nor Kubernetes itself makes. */
export function namesUnknownClass(fleet: ResolvedFleet): (spec: JsonRecord) => readonly string[] {
  const made = new Set(
    fleet.placements.flatMap(({ objects }) =>
      objects.map(({ object }) => `${object.kind}/${object.metadata.name}`),
    ),
  );
  return (spec) =>
    Object.entries(kinds).flatMap(([field, kind]) => {
      const name = spec[field];
      return typeof name !== 'string' || name.startsWith('system-') || made.has(`${kind}/${name}`)
        ? []
        : [field];
    });
}
