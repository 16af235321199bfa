import type { KubernetesObject } from '@seatrial/compiler';
import { field, listAt, textAt } from '../trial/field.ts';

/** What is known of the objects that lead from a host to pods. */
export interface WayIn {
  readonly ingresses: readonly KubernetesObject[];
  readonly endpointSlices: readonly KubernetesObject[];
}

/**
 * Whether a client of the host would find something ready: an Ingress with an address names the host, and each Service
 * behind it has a ready endpoint. Where no packets flow, nothing more can be known.
 */
export function isAnswering(host: string, { ingresses, endpointSlices }: WayIn): boolean {
  return ingresses.some((ingress) => {
    const services = servicesBehind(host, ingress);
    return (
      services.length > 0 &&
      listAt(ingress, 'status', 'loadBalancer', 'ingress').length > 0 &&
      services.every((service) => readyEndpoints(ingress.metadata.namespace, service, endpointSlices) > 0)
    );
  });
}

function servicesBehind(host: string, ingress: KubernetesObject): string[] {
  return listAt(ingress, 'spec', 'rules')
    .filter((rule) => textAt(rule, 'host') === host)
    .flatMap((rule) => listAt(rule, 'http', 'paths'))
    .flatMap((path) => textAt(path, 'backend', 'service', 'name') ?? []);
}

/** An endpoint that says nothing about being ready is ready. Source: Kubernetes API, EndpointConditions. */
function readyEndpoints(
  namespace: string | undefined,
  service: string,
  endpointSlices: readonly KubernetesObject[],
): number {
  return endpointSlices
    .filter(
      ({ metadata }) =>
        metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === service,
    )
    .flatMap((slice) => listAt(slice, 'endpoints'))
    .filter((endpoint) => field(endpoint, 'conditions', 'ready') !== false).length;
}
