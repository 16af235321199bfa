import type { KubernetesObject, ResolvedFleet, ResolvedSync } from '@seatrial/compiler';
import { mapObjects, type MappedObject } from './map-objects.ts';
import type { Replaced, Replacement } from './replacement.ts';
import { asRecord } from './json.ts';
import type { World } from './world.ts';

/** Seconds without progress after which a Deployment counts as failed, and seconds that a Job may take. */
interface Deadlines {
  readonly progress: number;
  readonly job: number;
}
const deadlines: Readonly<Record<World['plane'], Deadlines>> = {
  'control plane': { progress: 20, job: 30 },
  // Real pods of a whole fleet start on one machine.
  'data plane': { progress: 60, job: 60 },
};
const why = 'so that what fails is seen to fail within a rehearsal';

/** Attempts follow each other within seconds; what makes no progress fails soon. Only ever shorter, never longer. */
export function replaceDeadlines(fleet: ResolvedFleet, { plane }: World): Replaced {
  const objects = mapObjects(fleet, (object) => shortened(object, deadlines[plane]));
  const replacements: Replacement[] = [];
  const placements = objects.fleet.placements.map((placement) => {
    const sync = shortRetries(placement.sync);
    if (sync !== placement.sync) {
      replacements.push({
        what: 'retries of a sync',
        placement: placement.name,
        real: retryText(placement.sync),
        standIn: retryText(sync),
        why,
      });
    }
    return { ...placement, sync };
  });
  return {
    fleet: { ...objects.fleet, placements },
    replacements: [...replacements, ...objects.replacements],
  };
}

/** As many attempts as the model says, 1 to 3 s apart: ten of them take under half a minute. */
function shortRetries(sync: ResolvedSync): ResolvedSync {
  const backoff = { duration: '1s', factor: 2, maxDuration: '3s' };
  const { limit, backoff: own } = sync.retry;
  const isShort = own.duration === backoff.duration && own.maxDuration === backoff.maxDuration;
  return limit === 0 || isShort ? sync : { ...sync, retry: { limit, backoff } };
}

function retryText({ retry: { limit, backoff } }: ResolvedSync): string {
  return `${limit < 0 ? 'without end' : `${limit} times`}, after ${backoff.duration}, times ${backoff.factor}, at most ${backoff.maxDuration}`;
}

function shortened(object: KubernetesObject, { progress, job }: Deadlines): MappedObject {
  const { apiVersion, kind } = object;
  if (apiVersion === 'apps/v1' && kind === 'Deployment') return shortDeployment(object, progress);
  if (apiVersion !== 'batch/v1' || (kind !== 'Job' && kind !== 'CronJob'))
    return { object, replacements: [] };
  const spec = asRecord(object['spec']);
  if (kind === 'Job') return shortJob(spec, job, object, (short) => ({ ...object, spec: short }));
  const template = asRecord(spec['jobTemplate']);
  return shortJob(asRecord(template['spec']), job, object, (short) => ({
    ...object,
    spec: { ...spec, jobTemplate: { ...template, spec: short } },
  }));
}

function shortDeployment(object: KubernetesObject, progress: number): MappedObject {
  const spec = asRecord(object['spec']);
  const own = numberOr(spec['progressDeadlineSeconds'], 600);
  // The API server asks for a deadline that is longer than the time for which a pod has to be ready.
  const deadline = Math.max(progress, numberOr(spec['minReadySeconds'], 0) + 1);
  if (own <= deadline) return { object, replacements: [] };
  return {
    object: { ...object, spec: { ...spec, progressDeadlineSeconds: deadline } },
    replacements: [
      { what: 'progress deadline of a Deployment', real: `${own} s`, standIn: `${deadline} s`, why },
    ],
  };
}

function shortJob(
  spec: Readonly<Record<string, unknown>>,
  longest: number,
  object: KubernetesObject,
  withSpec: (spec: Readonly<Record<string, unknown>>) => KubernetesObject,
): MappedObject {
  const attempts = numberOr(spec['backoffLimit'], 6);
  const deadline = spec['activeDeadlineSeconds'];
  if (attempts === 0 && numberOr(deadline, Infinity) <= longest) return { object, replacements: [] };
  return {
    object: withSpec({
      ...spec,
      backoffLimit: 0,
      activeDeadlineSeconds: Math.min(numberOr(deadline, longest), longest),
    }),
    replacements: [
      {
        what: 'deadline of a Job',
        real: `${attempts} retries, ${typeof deadline === 'number' ? `${deadline} s` : 'no deadline'}`,
        standIn: `0 retries, ${longest} s`,
        why,
      },
    ],
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
