import type { KubernetesObject } from '@seatrial/compiler';
import type { Kubernetes, Watched } from '../../kubernetes/kubernetes.ts';

/** From the range for documentation (RFC 5737): nobody is there. */
const address = '192.0.2.1';

/**
 * Gives every Ingress and every Service of type LoadBalancer an address, as the controller of a real cluster would: Argo CD
 * waits for it. Returns how to end it.
 */
export function giveAddresses(kubernetes: Kubernetes, watches: readonly Watched[]): () => void {
  const stops = watches.map((watched) => {
    const give = ({ apiVersion, kind, metadata, ...object }: KubernetesObject): void => {
      const { type } = object['spec'] as { type?: string };
      const { loadBalancer } = (object['status'] ?? {}) as { loadBalancer?: { ingress?: unknown[] } };
      if ((kind === 'Service' && type !== 'LoadBalancer') || loadBalancer?.ingress !== undefined) return;
      const { name, namespace } = metadata;
      const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
      // An object that is gone by now, or an API server that a drill has taken away, is no concern of this.
      void kubernetes
        .patch(ref, { status: { loadBalancer: { ingress: [{ ip: address }] } } }, { subresource: 'status' })
        .catch(() => undefined);
    };
    return watched.onEvent(({ type, object }) => {
      if (type !== 'DELETED') give(object);
    });
  });
  return () => {
    for (const stop of stops) stop();
  };
}
