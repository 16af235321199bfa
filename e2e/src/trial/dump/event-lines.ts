import type { KubernetesObject } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { numberAt, textAt } from '../field.ts';

/** The newest events of a namespace, a line each, oldest first; `about`: only those of objects of that name. */
export async function eventLines(kubernetes: Kubernetes, namespace: string, about?: string): Promise<string> {
  const events = await kubernetes.list({ apiVersion: 'v1', kind: 'Event' }, { namespace });
  return events
    .filter((event) => about === undefined || textAt(event, 'involvedObject', 'name') === about)
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
    .slice(-40)
    .map((event) => {
      const object = `${textAt(event, 'involvedObject', 'kind') ?? ''} ${textAt(event, 'involvedObject', 'name') ?? ''}`;
      const times = numberAt(event, 'count') ?? 1;
      const message = textAt(event, 'message') ?? '';
      return `${timeOf(event)} ${object}: ${textAt(event, 'reason') ?? ''}${times > 1 ? ` (${String(times)} times)` : ''}: ${message}`;
    })
    .join('\n');
}

function timeOf(event: KubernetesObject): string {
  return (
    textAt(event, 'lastTimestamp') ??
    textAt(event, 'eventTime') ??
    textAt(event, 'metadata', 'creationTimestamp') ??
    ''
  );
}
