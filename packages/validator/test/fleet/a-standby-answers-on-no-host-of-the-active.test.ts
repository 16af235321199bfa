import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aStandbyAnswersOnNoHostOfTheActive } from '../../src/fleet/a-standby-answers-on-no-host-of-the-active.ts';
import { fleetView, nothing, oddView, pair, said } from './fleet-view.ts';

const image = 'registry.example/api:1';
const check = (...args: Parameters<typeof fleetView>) =>
  said(aStandbyAnswersOnNoHostOfTheActive, fleetView(...args));

test('an ingress without a host for the standby answers on the host of the active', () => {
  expect(check({ api: { workloads: { api: { image, port: 80, ingress: 'api.shop.example' } } } })).toEqual({
    findings: [
      'error dublin Ingress/api /spec/rules/0/host: Ingress api/api on the standby dublin answers on api.shop.example, as Ingress api/api on the active paris does.',
    ],
    notChecked: [],
  });
});

test('a host of its own is fine', () => {
  const api = { image, port: 80, ingress: 'api.shop.example' };
  const standby = { workloads: { api: { ingress: 'api-standby.shop.example' } } };
  expect(check({ api: { workloads: { api }, perRole: { standby } } })).toEqual(nothing);
});

test('clusters of other environments, and a cluster without a role, may answer on the host', () => {
  const clusters = {
    paris: pair.paris,
    dublin: { ...pair.dublin, environments: ['drill'] },
    lab: { kubernetes: '1.34', environments: ['prod'] },
  };
  const api = { workloads: { api: { image, port: 80, ingress: 'api.shop.example' } } };
  expect(check({ api }, { clusters, failover: {} })).toEqual(nothing);
});

test('a pair is one, whatever environments its clusters carry', () => {
  const clusters = { paris: pair.paris, dublin: { ...pair.dublin, environments: ['drill'] } };
  const api = { namespace: 'api', workloads: { api: { image, port: 80, ingress: 'api.shop.example' } } };
  expect(check({ api }, { clusters }).findings).toHaveLength(1);
});

/** One object on the active, another on the standby. */
function objects(active: string, standby: string) {
  const api = {
    perRole: { active: { objects: { spare: null } }, standby: { objects: { main: null } } },
    objects: { main: parse(active) as object, spare: parse(standby) as object },
  };
  return check({ api }).findings.map((line) => line.replace(/:.*answers on/, ': answers on'));
}

const ingress = (host: string, annotations = '') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { ${annotations} }
spec: { rules: [{ host: "${host}" }] }`;

const shapes: [string, string, string][] = [
  [
    'an HTTPRoute',
    '{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, spec: { hostnames: [a.example, API.shop.example] } }',
    'HTTPRoute/spare /spec/hostnames/1',
  ],
  [
    'a Service that external-dns publishes',
    '{ apiVersion: v1, kind: Service, metadata: { annotations: { external-dns.alpha.kubernetes.io/hostname: "a.example, api.shop.example." } } }',
    'Service/spare /metadata/annotations/external-dns.alpha.kubernetes.io~1hostname',
  ],
  [
    'an IngressRoute of Traefik',
    '{ apiVersion: traefik.io/v1alpha1, kind: IngressRoute, spec: { routes: [{ match: "Host(`a.example`, `api.shop.example`) && PathPrefix(`/`)" }] } }',
    'IngressRoute/spare /spec/routes/0/match',
  ],
  [
    'a VirtualService behind a gateway',
    '{ apiVersion: networking.istio.io/v1, kind: VirtualService, spec: { gateways: [public], hosts: [api.shop.example] } }',
    'VirtualService/spare /spec/hosts/0',
  ],
  [
    'a Route of OpenShift',
    '{ apiVersion: route.openshift.io/v1, kind: Route, spec: { host: api.shop.example } }',
    'Route/spare /spec/host',
  ],
  [
    'an HTTPProxy',
    '{ apiVersion: projectcontour.io/v1, kind: HTTPProxy, spec: { virtualhost: { fqdn: api.shop.example } } }',
    'HTTPProxy/spare /spec/virtualhost/fqdn',
  ],
  [
    'a DNSEndpoint',
    '{ apiVersion: externaldns.k8s.io/v1alpha1, kind: DNSEndpoint, spec: { endpoints: [{ dnsName: api.shop.example }] } }',
    'DNSEndpoint/spare /spec/endpoints/0/dnsName',
  ],
];

test.each(shapes)('%s answers on its host', (_name, standby, place) => {
  expect(objects(ingress('api.shop.example'), standby)).toEqual([
    `error dublin ${place}: answers on api.shop.example, as Ingress api/main on the active paris does.`,
  ]);
});

const harmless: [string, string][] = [
  ['another host', ingress('api-standby.shop.example')],
  ['a wildcard: the exact name goes before it in DNS', ingress('*.shop.example')],
  [
    'a name that DNS shares out',
    ingress(
      'api.shop.example',
      'annotations: { external-dns.alpha.kubernetes.io/set-identifier: dublin, external-dns.alpha.kubernetes.io/aws-failover: SECONDARY }',
    ),
  ],
  [
    'a VirtualService of the mesh',
    '{ apiVersion: networking.istio.io/v1, kind: VirtualService, spec: { hosts: [api.shop.example] } }',
  ],
  [
    'a DNSEndpoint that DNS shares out',
    '{ apiVersion: externaldns.k8s.io/v1alpha1, kind: DNSEndpoint, spec: { endpoints: [{ dnsName: api.shop.example, setIdentifier: dublin }] } }',
  ],
];

test.each(harmless)('%s is none of the active', (_name, standby) => {
  expect(objects(ingress('api.shop.example'), standby)).toEqual([]);
});

test.each(['api.shop.svc', 'grafana.local', 'localhost', ''])('the host "%s" is not public', (host) => {
  expect(objects(ingress(host), ingress(host))).toEqual([]);
});

test('objects of any shape answer on no host', () => {
  expect(said(aStandbyAnswersOnNoHostOfTheActive, oddView())).toEqual(nothing);
});
