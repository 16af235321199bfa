import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { objectId, objectKey, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import { definitionsInUse } from '../../src/stand-in/definitions-in-use.ts';
import { standIn } from '../../src/stand-in/stand-in.ts';
import { lighthouse, worldOf } from './support/lighthouse.ts';

const control = worldOf('control plane');

function objectsOf(fleet: ResolvedFleet, placement: string): Map<string, KubernetesObject> {
  const { objects, charts } = fleet.placements.find(({ name }) => name === placement) ?? {
    objects: [],
    charts: [],
  };
  const all = [...objects.map(({ object }) => object), ...charts.flatMap((chart) => chart.objects ?? [])];
  return new Map(all.map((object) => [objectKey(objectId(object)), object]));
}

test('the table says each thing once, and where', () => {
  expect(
    standIn(
      lighthouse({ windows: { closed: { kind: 'deny', schedule: '0 0 * * *', duration: '1h' } } }),
      control,
    ).standIns.map(({ what, where, real, standIn: by }) => `${what}, ${where}: ${real} -> ${by}`),
  ).toMatchInlineSnapshot(`
    [
      "chart, all placements of policies: gatekeeper 3.23.1 -> its real definitions, the 1 that something here uses, without their descriptions, its ValidatingWebhookConfiguration, a digest of its values",
      "failure policy of the admission webhook, all placements of policies: Ignore -> Fail",
      "chart, all placements of lamp: wick 0123456789abcdef0123456789abcdef01234567 -> a digest of its values",
      "repository, the whole fleet: https://git.example/charts.git -> http://127.0.0.1:1000/charts.git",
      "repository, the whole fleet: https://git.example/lighthouse/fleet.git -> http://127.0.0.1:1000/fleet.git",
      "Helm repository, the whole fleet: https://charts.example/gatekeeper -> http://127.0.0.1:1001/gatekeeper",
      "commit, all placements of lamp: 0123456789abcdef0123456789abcdef01234567 -> commit-0123456789abcdef0123456789abcdef01234567",
      "secret store, all placements of lamp: provider vault -> provider fake, with made-up values",
      "retries of a sync, all placements: 5 times, after 10s, times 2, at most 3m -> 5 times, after 1s, times 2, at most 3s",
      "progress deadline of a Deployment, all placements of lamp: 600 s -> 20 s",
      "deadline of a Job, lamp-prod-north: 0 retries, no deadline -> 0 retries, 30 s",
      "sync window, all placements of lamp: deny at 0 0 * * * for 1h (UTC) -> deny at 0 0 29 2 * for 1m",
    ]
  `);
});

test('a chart makes its definitions without status and texts, and a digest of its values that helm makes too', () => {
  const objects = objectsOf(
    standIn(lighthouse({ values: { b: 1, a: '<&>' } }), control).fleet,
    'policies-prod-north',
  );
  expect(objects.get('apiextensions.k8s.io/CustomResourceDefinition//beacons.lights.example')).toEqual({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'beacons.lights.example', labels: { 'lights.example/system': 'yes' } },
    spec: {
      group: 'lights.example',
      names: { kind: 'Beacon', plural: 'beacons' },
      scope: 'Namespaced',
      // The text for people is gone; the property of that name is not.
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { description: { type: 'string' } } } },
        },
      ],
    },
  });
  expect(objects.get('/ConfigMap/policies/gatekeeper-values')).toMatchObject({
    metadata: { labels: { 'lights.example/owner': 'keepers', 'app.kubernetes.io/instance': 'gatekeeper' } },
    data: {
      version: '3.23.1',
      values: createHash('sha256').update('{"a":"\\u003c\\u0026\\u003e","b":1,"replicas":3}').digest('hex'),
    },
  });
});

test('the webhook of each cluster is the one that runs beside it, and fails closed', () => {
  const { fleet } = standIn(lighthouse(), control);
  for (const [placement, port] of [
    ['policies-management-hub', 2000],
    ['policies-prod-north', 2001],
  ] as const) {
    const webhook = objectsOf(fleet, placement).get(
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration//gatekeeper-validating-webhook-configuration',
    );
    expect(webhook?.['webhooks']).toMatchObject([
      {
        name: 'validation.gatekeeper.sh',
        failurePolicy: 'Fail',
        clientConfig: { url: `https://127.0.0.1:${port}/v1/admit` },
      },
      {
        name: 'check-ignore-label.gatekeeper.sh',
        failurePolicy: 'Fail',
        clientConfig: { url: `https://127.0.0.1:${port}/v1/admitlabel` },
      },
    ]);
  }
});

test('without Gatekeeper there is no webhook, for nobody would answer', () => {
  const { fleet } = standIn(lighthouse(), { ...control, webhooks: {} });
  const kinds = [...objectsOf(fleet, 'policies-prod-north').values()].map(({ kind }) => kind);
  expect(kinds).not.toContain('ValidatingWebhookConfiguration');
});

test('a store answers all that is read of it: properties, nested ones, what pods name, and credentials of git', () => {
  const { fleet } = standIn(lighthouse(), control);
  const vault = [...objectsOf(fleet, 'lamp-prod-north').values()].find(
    ({ kind }) => kind === 'ClusterSecretStore',
  );
  const { provider, conditions } = (vault?.['spec'] ?? {}) as {
    provider: { fake: { data: { key: string; value: string }[] } };
    conditions: unknown;
  };
  expect(conditions).toEqual([{ namespaces: ['lamp'] }]);
  const made = expect.stringMatching(/^made-up-for-a-rehearsal-[0-9a-f]{8}$/) as string;
  expect(
    Object.fromEntries(provider.fake.data.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
  ).toEqual({
    '/git': { username: made, password: made },
    '/lamp': { 'api-key': made },
    '/oil': { login: { user: made }, password: made },
  });
});

test('windows never block, and keep their kind and who may sync by hand', () => {
  const windows = (kind: string) => ({
    closed: { kind, schedule: '0 9 * * 1-5', duration: '8h', manualSync: true, timeZone: 'Europe/Paris' },
  });
  const of = (kind: string) =>
    standIn(lighthouse({ windows: windows(kind) }), control).fleet.placements.at(-1)?.windows;
  expect(of('deny')).toEqual([
    { kind: 'deny', schedule: '0 0 29 2 *', duration: '1m', manualSync: true, timeZone: 'Europe/Paris' },
  ]);
  expect(of('allow')).toMatchObject([{ kind: 'allow', schedule: '* * * * *', duration: '1h' }]);
});

test('what nobody serves is said, not fetched from where it really is', () => {
  expect(() => standIn(lighthouse(), { ...control, chartRepositories: {} })).toThrow(
    new Infrastructure(
      'Nothing is served in the place of https://charts.example/gatekeeper: the provider has to make a repository for it.',
    ),
  );
  expect(() => standIn(lighthouse(), { ...control, definitions: new Map() })).toThrow(
    new Infrastructure(
      'The definitions example.org/beacons@v1.0.0/crds are not loaded: run `seatrial prepare`.',
    ),
  );
});

test('a pod of the data plane: one image, one port, its own times and paths', () => {
  const { fleet } = standIn(lighthouse(), worldOf('data plane'));
  const objects = objectsOf(fleet, 'lamp-prod-north');
  const spec = (key: string): { containers: unknown[] } => {
    const { template } = (objects.get(key)?.['spec'] ?? {}) as {
      template: { spec: { containers: unknown[] } };
    };
    return template.spec;
  };
  expect(spec('apps/Deployment/lamp/lamp').containers).toMatchObject([
    {
      image: 'rehearsal/probe:1',
      imagePullPolicy: 'IfNotPresent',
      env: [{ name: 'PORT', value: '3000' }, { name: 'KEY' }],
      startupProbe: { httpGet: { path: '/up', port: 3000 } },
      readinessProbe: { httpGet: { path: '/readyz', port: 3000 } },
      livenessProbe: { httpGet: { path: '/', port: 3000 } },
      resources: { requests: { cpu: '1m', memory: '8Mi' } },
    },
  ]);
  expect(spec('apps/Deployment/lamp/lamp').containers[0]).not.toHaveProperty('command');
  expect(spec('batch/Job/lamp/migrate').containers).toMatchObject([
    { env: [{ name: 'RUN_ONCE', value: '1' }] },
  ]);
  expect(objects.get('autoscaling/HorizontalPodAutoscaler/lamp/shade')?.['spec']).toMatchObject({
    minReplicas: 6,
    maxReplicas: 20,
  });
});

test('a class of pods that nobody makes, and a webhook that nobody answers, keep nothing out', () => {
  const pods = {
    containers: [{ name: 'main', image: 'main:1' }],
    priorityClassName: 'urgent',
    runtimeClassName: 'gvisor',
  };
  const objects = {
    urgent: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 10 },
    raw: { apiVersion: 'v1', kind: 'Pod', spec: pods },
    guard: {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [
        { name: 'guard.lights.example', clientConfig: { service: { name: 'guard', namespace: 'lamp' } } },
      ],
    },
  };
  const { fleet, standIns } = standIn(lighthouse({ objects }), control);
  const all = [...objectsOf(fleet, 'lamp-prod-north').values()];
  expect(all.find(({ kind }) => kind === 'Pod')?.['spec']).toEqual({
    containers: pods.containers,
    priorityClassName: 'urgent',
  });
  expect(all.find(({ kind }) => kind === 'ValidatingWebhookConfiguration')?.['webhooks']).toMatchObject([
    { failurePolicy: 'Ignore' },
  ]);
  expect(standIns.map(({ real }) => real)).toEqual(
    expect.arrayContaining(['runtimeClassName', 'guard.lights.example fails closed']),
  );
});

test('of definitions, those stay that an object of the fleet or a program beside its clusters stands on', () => {
  const definition = (group: string, kind: string, name: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec: { group, names: { kind } },
  });
  const all = new Map([
    [
      'somewhere',
      [
        definition('external-secrets.io', 'ExternalSecret', 'used.by.an.object'),
        definition(
          'templates.gatekeeper.sh',
          'ConstraintTemplate',
          'constrainttemplates.templates.gatekeeper.sh',
        ),
        definition('external-secrets.io', 'Nobody', 'nobodies.external-secrets.io'),
        definition('other.example', 'ExternalSecret', 'used.elsewhere'),
      ],
    ],
  ]);
  const names = [...definitionsInUse(lighthouse(), all).values()].map((set) =>
    set.map(({ metadata }) => metadata.name),
  );
  expect(names).toEqual([['used.by.an.object', 'constrainttemplates.templates.gatekeeper.sh']]);
});
