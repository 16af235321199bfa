import { expect, test } from 'vitest';
import { aStandbyNeedsNothingOfTheActive } from '../../src/fleet/a-standby-needs-nothing-of-the-active.ts';
import { fleetView, nothing, oddView, said } from './fleet-view.ts';

const image = 'registry.example/api:1';
/** Something on the active cluster only that answers on a host. */
const server = (host: string) => ({
  on: { clusters: ['paris'] },
  workloads: { server: { image, port: 80, ingress: host } },
});
const check = (applications: object, model: object = {}) =>
  said(aStandbyNeedsNothingOfTheActive, fleetView(applications, model));

test('the repository of the fleet is on the active cluster', () => {
  for (const repository of ['https://git.example/shop/fleet.git', 'git@git.example:shop/fleet.git'])
    expect(check({ git: server('git.example') }, { repository })).toEqual({
      findings: [
        'error dublin: The repository of the fleet is on git.example, which Ingress git/server on paris answers for: without paris, Argo CD cannot read it, and dublin cannot take over.',
      ],
      notChecked: [],
    });
});

test('a chart of the standby is on the active cluster', () => {
  const web = { charts: { web: { repository: 'https://Charts.Example:8443/stable', version: '1' } } };
  expect(check({ charts: server('charts.example'), web }).findings).toEqual([
    'error dublin: The chart web of web is on charts.example, which Ingress charts/server on paris answers for: without paris, Argo CD cannot read it, and dublin cannot take over.',
  ]);
});

test('an image that the standby will pull is on the active cluster', () => {
  const api = { on: { roles: ['active'] }, workloads: { api: { image: 'harbor.example/shop/api:1' } } };
  expect(check({ harbor: server('harbor.example'), api }).findings).toEqual([
    'error dublin Deployment/api /spec/template/spec/containers/0/image: Once dublin has taken over for paris: Deployment api/api pulls harbor.example/shop/api:1 from harbor.example, which Ingress harbor/server on paris answers for.',
  ]);
});

test('a registry that takes over with the rest', () => {
  const { on: _on, ...harbor } = server('harbor.example');
  const standby = { workloads: { server: { ingress: 'harbor-standby.example' } } };
  const api = { workloads: { api: { image: 'harbor.example/shop/api:1' } } };
  expect(check({ harbor: { ...harbor, perRole: { standby } }, api })).toEqual(nothing);
});

test('hosts that are elsewhere, and images without a registry', () => {
  const api = { workloads: { api: { image: 'nginx:1' } } };
  expect(check({ shop: server('www.shop.example'), api })).toEqual(nothing);
});

test('objects of any shape', () => {
  expect(said(aStandbyNeedsNothingOfTheActive, oddView())).toEqual(nothing);
});
