import type { KubernetesObject, Placement } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { field, listAt, textAt } from '../../trial/field.ts';

/** How a host leads to pods, or where the way ends. */
export type Way =
  | {
      readonly ingress: string;
      /** Of the load balancer. */
      readonly address: string;
      readonly service: string;
      /** Endpoints that take requests. */
      readonly ready: number;
    }
  | { readonly broken: string };

/** Follows a host through live objects: Ingress with an address, Service with the port, EndpointSlices with ready pods. */
export async function wayOf(kubernetes: Kubernetes, placement: Placement, host: string): Promise<Way> {
  const wanted = placement.objects
    .map(({ object }) => object)
    .find((object) => object.kind === 'Ingress' && backendOf(object, host) !== undefined);
  if (wanted === undefined) return { broken: `no Ingress of ${placement.name} has the host ${host}` };
  const { name, namespace = placement.namespace } = wanted.metadata;
  const ingress = await kubernetes.get({
    apiVersion: wanted.apiVersion,
    kind: wanted.kind,
    namespace,
    name,
  });
  const backend = backendOf(ingress, host);
  if (backend === undefined) return { broken: `the Ingress ${name} has no rule for the host` };
  const [balancer] = listAt(ingress, 'status', 'loadBalancer', 'ingress');
  const address = textAt(balancer, 'hostname') ?? textAt(balancer, 'ip');
  if (address === undefined) return { broken: `the Ingress ${name} has no address` };

  const service = await kubernetes.get({
    apiVersion: 'v1',
    kind: 'Service',
    namespace,
    name: backend.service,
  });
  if (service === undefined) return { broken: `there is no Service ${backend.service}` };
  const port = listAt(service, 'spec', 'ports').find(
    (each) => field(each, 'port') === backend.port || field(each, 'name') === backend.port,
  );
  if (port === undefined) {
    return { broken: `the Service ${backend.service} has no port ${String(backend.port)}` };
  }
  const slices = await kubernetes.list(
    { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
    { namespace, labels: `kubernetes.io/service-name=${backend.service}` },
  );
  const ready = slices
    .filter((slice) => listAt(slice, 'ports').some((each) => samePort(each, port)))
    .flatMap((slice) => listAt(slice, 'endpoints'))
    .filter((endpoint) => field(endpoint, 'conditions', 'ready') !== false).length;
  if (ready === 0) return { broken: `no pod behind the Service ${backend.service} is ready` };
  return { ingress: name, address, service: backend.service, ready };
}

/** The Service that a host's first path leads to; `port` is a number or a name. */
function backendOf(
  ingress: KubernetesObject | undefined,
  host: string,
): { readonly service: string; readonly port: unknown } | undefined {
  const rule = listAt(ingress, 'spec', 'rules').find((each) => textAt(each, 'host') === host);
  const backend = field(rule, 'http', 'paths', 0, 'backend', 'service');
  const service = textAt(backend, 'name');
  if (service === undefined) return undefined;
  return { service, port: field(backend, 'port', 'number') ?? field(backend, 'port', 'name') };
}

/** The port of a slice has the name of the Service's port; both may have none. */
function samePort(ofSlice: unknown, ofService: unknown): boolean {
  return (textAt(ofSlice, 'name') ?? '') === (textAt(ofService, 'name') ?? '');
}
