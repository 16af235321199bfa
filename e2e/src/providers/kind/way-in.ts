import type { KubernetesObject } from '@seatrial/compiler';
import { credentialsOf } from '../../kubernetes/access.ts';
import { openApiConnection } from '../../kubernetes/api-connection.ts';
import type { Watched } from '../../kubernetes/kubernetes.ts';
import type { LabCluster } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';

interface Backend {
  readonly namespace: string;
  readonly service: string;
  readonly port: { readonly number?: number; readonly name?: string };
}

export interface WayIn {
  readonly ask: NonNullable<LabCluster['http']>;
  close(): void;
}

/**
 * Stands in for the ingress controller that a kind cluster does not have: a host is asked through the API server, which passes
 * the request to a ready pod of the Service that the host's Ingress names, and answers 503 where there is none. Not by a
 * port of the node: kind's network enforces NetworkPolicies, and nobody knows whether a fleet's own let its controller in;
 * what comes from the node itself is let in always.
 * @see https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/
 * @param kubeconfig the straight way: pods serve on while the API server hangs for everybody else
 */
export async function openWayIn(name: string, kubeconfig: string, ingresses: Watched): Promise<WayIn> {
  const connection = openApiConnection(name, await credentialsOf({ kubeconfig }), 10_000);
  return {
    async ask(host, path, milliseconds) {
      const backend = backendOf(ingresses.all(), host);
      if (backend === undefined) return undefined;
      const { namespace, service, port } = backend;
      const way = `/api/v1/namespaces/${namespace}/services/${service}:${String(port.name ?? port.number)}/proxy`;
      try {
        return await connection.status(way + path, milliseconds);
      } catch (error) {
        if (error instanceof Infrastructure) return undefined;
        throw error;
      }
    },
    close: () => connection.close(),
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
