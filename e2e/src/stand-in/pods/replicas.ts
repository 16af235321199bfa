import { groupOf, type KubernetesObject } from '@seatrial/compiler';
import { asRecord } from '../json.ts';
import type { MappedObject } from '../map-objects.ts';

/** Pods of one workload; more show nothing that these do not. */
const most = 6;

const why = 'all clusters of the fleet share one machine';

/** Numbers of replicas, and of what an autoscaler keeps, that one machine carries. */
export function fewReplicas(object: KubernetesObject): MappedObject {
  const field = countOf(object);
  const spec = asRecord(object['spec']);
  const real = field === undefined ? undefined : spec[field];
  if (field === undefined || typeof real !== 'number' || real <= most) return { object, replacements: [] };
  return {
    object: { ...object, spec: { ...spec, [field]: most } },
    replacements: [
      { what: 'replicas', real: `${real} of ${object.metadata.name}`, standIn: String(most), why },
    ],
  };
}

function countOf({ apiVersion, kind }: KubernetesObject): string | undefined {
  if (kind === 'HorizontalPodAutoscaler') return 'minReplicas';
  return groupOf(apiVersion) === 'apps' && (kind === 'Deployment' || kind === 'StatefulSet')
    ? 'replicas'
    : undefined;
}
