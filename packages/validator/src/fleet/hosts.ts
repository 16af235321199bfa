import { groupOf } from '@seatrial/compiler';
import { listAt, recordAt, textAt } from '../json/fields.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { LocatedObject } from '../rendered/located-object.ts';

/** A host that an object makes its cluster answer on. */
export interface Host {
  readonly host: string;
  readonly located: LocatedObject;
  /** JSON pointer to where the object says so. */
  readonly field: string;
}

const annotations = 'external-dns.alpha.kubernetes.io';

/** Records with an identifier stand beside others of the same name: DNS itself decides which cluster gets what. */
const isRouted = (object: unknown): boolean =>
  textAt(object, 'metadata', 'annotations', `${annotations}/set-identifier`) !== undefined;

/**
 * The public hosts of an object: of Ingresses, routes of the Gateway API, OpenShift, Istio, Traefik and Contour, and names
 * that external-dns is told to publish. Hosts that DNS shares out between clusters on purpose are none of them.
 */
export function hostsOf(located: LocatedObject): readonly Host[] {
  const { object } = located;
  if (isRouted(object)) return [];
  const kind = `${groupOf(String(object.apiVersion))}/${String(object.kind)}`;
  return [...(readers[kind]?.(object) ?? []), ...published(object)].flatMap(([text, field]) => {
    const host = typeof text === 'string' ? text.trim().toLowerCase().replace(/\.$/, '') : '';
    return isPublic(host) ? [{ host, located, field }] : [];
  });
}

type Read = (object: unknown) => readonly (readonly [unknown, string])[];

const hostnames: Read = (object) =>
  listAt(object, 'spec', 'hostnames').map((host, index) => [host, `/spec/hostnames/${index}`]);

const ingress: Read = (object) =>
  listAt(object, 'spec', 'rules').map((rule, index) => [textAt(rule, 'host'), `/spec/rules/${index}/host`]);

const traefik: Read = (object) =>
  listAt(object, 'spec', 'routes').flatMap((route, index) => {
    const rules = textAt(route, 'match')?.matchAll(/\bHost\(([^)]*)\)/g) ?? [];
    return [...rules].flatMap(([, names = '']) =>
      [...names.matchAll(/[`"]([^`"]+)[`"]/g)].map(
        ([, host]) => [host, `/spec/routes/${index}/match`] as const,
      ),
    );
  });

/** A VirtualService without a gateway is of the mesh inside the cluster. */
const virtualService: Read = (object) =>
  listAt(object, 'spec', 'gateways').some((gateway) => gateway !== 'mesh')
    ? listAt(object, 'spec', 'hosts').map((host, index) => [host, `/spec/hosts/${index}`])
    : [];

const dnsEndpoint: Read = (object) =>
  listAt(object, 'spec', 'endpoints').flatMap((endpoint, index) =>
    textAt(endpoint, 'setIdentifier') === undefined
      ? [[textAt(endpoint, 'dnsName'), `/spec/endpoints/${index}/dnsName`] as const]
      : [],
  );

const readers: Readonly<Record<string, Read>> = {
  'extensions/Ingress': ingress,
  'networking.k8s.io/Ingress': ingress,
  'gateway.networking.k8s.io/HTTPRoute': hostnames,
  'gateway.networking.k8s.io/GRPCRoute': hostnames,
  'gateway.networking.k8s.io/TLSRoute': hostnames,
  'route.openshift.io/Route': (object) => [[textAt(object, 'spec', 'host'), '/spec/host']],
  'networking.istio.io/VirtualService': virtualService,
  'traefik.io/IngressRoute': traefik,
  'traefik.containo.us/IngressRoute': traefik,
  'projectcontour.io/HTTPProxy': (object) => [
    [textAt(object, 'spec', 'virtualhost', 'fqdn'), '/spec/virtualhost/fqdn'],
  ],
  'externaldns.k8s.io/DNSEndpoint': dnsEndpoint,
};

const published: Read = (object) => {
  const key = `${annotations}/hostname`;
  const names = recordAt(object, 'metadata', 'annotations')[key];
  return typeof names === 'string'
    ? names.split(',').map((name) => [name, appendPointer('/metadata/annotations', key)])
    : [];
};

/** Whether a name can be one that the world knows: names of a cluster or of a machine are not. */
function isPublic(host: string): boolean {
  return host.includes('.') && !/(^|\.)(svc|local|localhost)$/.test(host) && !/[{}$\s]/.test(host);
}
