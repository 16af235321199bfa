import { request } from 'node:http';
import type { KubernetesObject } from '@seatrial/compiler';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Kubernetes, Watched } from '../../kubernetes/kubernetes.ts';

interface Backend {
  readonly namespace: string;
  readonly service: string;
  readonly port: { readonly number?: number; readonly name?: string };
}

interface WayInAsked {
  readonly kubernetes: Kubernetes;
  readonly ingresses: Watched;
  /** Where the node's ports are reached. */
  readonly nodeAddress: () => Promise<string>;
}

/**
 * Stands in for the ingress controller that a kind cluster does not have: a host is asked through a port of the node, which
 * kube-proxy leads to a ready pod of the Service that the host's Ingress names. So what answers is a pod of the fleet, and
 * one that is not ready does not.
 */
export function openWayIn({ kubernetes, ingresses, nodeAddress }: WayInAsked) {
  const ports = new Map<string, Promise<number>>();

  async function portOf(backend: Backend): Promise<number> {
    const key = `${backend.namespace}/${backend.service}/${backend.port.name ?? backend.port.number ?? ''}`;
    const known = ports.get(key) ?? openPort(kubernetes, backend);
    ports.set(key, known);
    known.catch(() => ports.delete(key));
    return known;
  }

  return async (host: string, path: string, milliseconds: number): Promise<number | undefined> => {
    const backend = backendOf(ingresses.all(), host);
    if (backend === undefined) return undefined;
    try {
      return await statusOf(await nodeAddress(), await portOf(backend), host, path, milliseconds);
    } catch {
      return undefined;
    }
  };
}

function backendOf(ingresses: readonly KubernetesObject[], host: string): Backend | undefined {
  for (const ingress of ingresses) {
    const { rules = [] } = ingress['spec'] as {
      rules?: {
        host?: string;
        http?: { paths: { backend: { service?: { name: string; port: Backend['port'] } } }[] };
      }[];
    };
    const service = rules.find((rule) => rule.host === host)?.http?.paths[0]?.backend.service;
    if (service !== undefined) {
      return {
        namespace: ingress.metadata.namespace ?? 'default',
        service: service.name,
        port: service.port,
      };
    }
  }
  return undefined;
}

/** A Service of our own beside the fleet's, with the same pods behind it: git does not name it, so Argo CD leaves it. */
async function openPort(kubernetes: Kubernetes, { namespace, service, port }: Backend): Promise<number> {
  const own = await kubernetes.get({ apiVersion: 'v1', kind: 'Service', namespace, name: service });
  if (own === undefined)
    throw new Infrastructure(`${kubernetes.name} has no Service ${namespace}/${service}`);
  const { selector, ports } = own['spec'] as {
    selector: Record<string, string>;
    ports: { name?: string; port: number; targetPort: number | string }[];
  };
  const target = ports.find((one) => one.port === port.number || one.name === port.name) ?? ports[0];
  const made = await kubernetes.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace, name: `seatrial-way-in-${service}`.slice(0, 63) },
    spec: {
      type: 'NodePort',
      selector,
      ports: [{ port: target?.port, targetPort: target?.targetPort }],
    },
  });
  const [{ nodePort }] = (made['spec'] as { ports: [{ nodePort: number }] }).ports;
  return nodePort;
}

function statusOf(
  address: string,
  port: number,
  host: string,
  path: string,
  milliseconds: number,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asked = request(
      { host: address, port, path, headers: { host }, agent: false, timeout: milliseconds },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}
