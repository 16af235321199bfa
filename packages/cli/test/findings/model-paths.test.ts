import { relative } from 'node:path';
import type { Place, ResolvedFleet } from '@seatrial/compiler';
import { expect, it } from 'vitest';
import { modelPathsOf } from '../../src/findings/model-paths.ts';
import { modelPlaces } from '../../src/findings/model-place.ts';
import { temporaryWorkspace } from '../temporary-workspace.ts';

const clusters = [{ name: 'paris', role: 'active' }, { name: 'dublin', role: 'standby' }, { name: 'lab' }];
const pathsOf = modelPathsOf({ clusters } as unknown as ResolvedFleet);

const files = {
  'environments/shop/fleet.ts': `import { defineFleet, overrideWorkload } from '@seatrial/compiler';
import { inRegion } from './place.ts';

export default defineFleet({
  applications: {
    shop: {
      workloads: {
        api: {
          image: 'api',
          port: 8080,
          ingress: 'api.example',
          resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } },
        },
      },
      objects: { quota: { kind: 'ResourceQuota', spec: { hard: { pods: 'many' } } } },
      charts: { db: { version: '1.0.0' } },
      perEnvironment: { test: { workloads: { api: { replicas: 1 } } } },
      perRole: {
        standby: { workloads: { api: overrideWorkload({ ingress: { host: 'standby.example' } }) } },
      },
      perCluster: { dublin: inRegion('ie') },
    },
  },
});
`,
  'environments/shop/place.ts': `export const inRegion = (region: string) => ({
  workloads: { api: { environment: { REGION: region }, replicas: 4 } },
});
`,
};

const api = ['applications', 'shop', 'workloads', 'api'];
const inDublin = { cluster: 'dublin', environment: 'prod', model: api };
const inParis = { cluster: 'paris', environment: 'prod', model: api };
const inLab = { cluster: 'lab', environment: 'test', model: api };

const kind = (name: string) => ({ group: '', kind: name, namespace: 'shop', name: 'api' });
const container = '/spec/template/spec/containers/0';

it.each<[string, Place, string]>([
  [
    'a setting of the application',
    { ...inParis, object: kind('Ingress'), field: '/spec/rules/0/host' },
    'fleet.ts:11:11',
  ],
  [
    'a setting that the role overrides',
    { ...inDublin, object: kind('Ingress'), field: '/spec/rules/0/host' },
    'fleet.ts:19:68',
  ],
  [
    'a part of it that nobody overrides',
    { ...inDublin, object: kind('Deployment'), field: `${container}/resources/requests/cpu` },
    'fleet.ts:12:36',
  ],
  [
    'an override in a function of the author',
    { ...inDublin, object: kind('Deployment'), field: '/spec/replicas' },
    'place.ts:2:56',
  ],
  [
    'an override of the environment',
    { ...inLab, object: kind('Deployment'), field: '/spec/replicas' },
    'fleet.ts:17:53',
  ],
  ['a short form', { ...inParis, object: kind('Service'), field: '/spec/ports/0/port' }, 'fleet.ts:10:11'],
  [
    'a field without a setting',
    { ...inParis, object: kind('Deployment'), field: '/spec/paused' },
    'fleet.ts:8:9',
  ],
  [
    'a setting that is nowhere written down',
    { ...inParis, object: kind('PodDisruptionBudget'), field: '/spec/minAvailable' },
    'fleet.ts:8:9',
  ],
  [
    'a chart',
    { ...inParis, model: ['applications', 'shop', 'charts', 'db'], object: kind('Service'), field: '/spec' },
    'fleet.ts:16:17',
  ],
  [
    'a field of a raw object',
    {
      ...inParis,
      model: ['applications', 'shop', 'objects', 'quota'],
      object: kind('ResourceQuota'),
      field: '/spec/hard/pods',
    },
    'fleet.ts:15:66',
  ],
  ['something of the fleet', { model: ['applications'] }, 'fleet.ts:5:3'],
])('%s', (_, place, expected) => {
  const { root } = temporaryWorkspace(files);
  const folder = `${root}/environments/shop`;
  const found = modelPlaces(`${folder}/fleet.ts`)(pathsOf(place));
  expect(found && `${relative(folder, found.file)}:${found.line}:${found.column}`).toBe(expected);
});
