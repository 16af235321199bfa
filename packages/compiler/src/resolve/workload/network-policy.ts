import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { protocolOf } from '../../model/port.ts';
import type { Peer } from '../../model/network-policy.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import { selectorLabels } from './names.ts';

/** Label that every namespace carries by itself. Source: Kubernetes, "Automatic labelling" of namespaces. */
const namespaceName = 'kubernetes.io/metadata.name';

const dns = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

function peerOf(peer: Peer, context: Context): object[] {
  if (peer.cidr !== undefined) return [{ ipBlock: compact({ cidr: peer.cidr, except: peer.except }) }];
  const pods = peer.workload === undefined ? peer.pods : selectorLabels(peer.workload, context);
  const namespace =
    peer.namespace === undefined
      ? undefined
      : peer.namespace === '*'
        ? {}
        : { matchLabels: { [namespaceName]: peer.namespace } };
  const selectors: Record<string, object> = {};
  if (namespace !== undefined) selectors['namespaceSelector'] = namespace;
  if (pods !== undefined) selectors['podSelector'] = { matchLabels: pods };
  return Object.keys(selectors).length === 0 ? [] : [selectors];
}

function rule(side: 'from' | 'to', peer: Peer, workload: LongWorkload, context: Context): object {
  const ports = (peer.ports ?? []).map((port) => {
    const declared = typeof port === 'string' ? workload.ports?.[port] : undefined;
    const protocol = declared === undefined ? 'TCP' : protocolOf(declared);
    return compact({ port, protocol: protocol === 'TCP' ? undefined : protocol });
  });
  return compact({ [side]: peerOf(peer, context), ports });
}

export function networkPolicy(
  component: string,
  workload: LongWorkload,
  context: Context,
): KubernetesObject | undefined {
  const policy = workload.networkPolicy;
  if (policy === undefined) return undefined;
  const from = policy.from === undefined ? undefined : Object.values(policy.from);
  const to = policy.to === undefined ? undefined : Object.values(policy.to);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: component },
    spec: {
      podSelector: { matchLabels: selectorLabels(component, context) },
      policyTypes: [...(from === undefined ? [] : ['Ingress']), ...(to === undefined ? [] : ['Egress'])],
      ...(from === undefined ? {} : { ingress: from.map((peer) => rule('from', peer, workload, context)) }),
      ...(to === undefined
        ? {}
        : { egress: [dns, ...to.map((peer) => rule('to', peer, workload, context))] }),
    },
  };
}
