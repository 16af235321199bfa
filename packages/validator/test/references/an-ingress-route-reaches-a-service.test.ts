import { expect, test } from 'vitest';
import { anIngressRouteReachesAService as check } from '../../src/references/an-ingress-route-reaches-a-service.ts';
import { object, service, told } from './support/told.ts';

const route = (services: readonly unknown[], middlewares: readonly unknown[] = []) =>
  object('traefik.io/v1alpha1', 'IngressRoute', 'web', { spec: { routes: [{ services, middlewares }] } });

test('what is there', () => {
  const auth = object('traefik.io/v1alpha1', 'Middleware', 'auth');
  const services = [
    { name: 'web', port: 80 },
    { name: 'web', port: 'http' },
  ];
  expect(told(check, [route(services, [{ name: 'auth' }]), service('web'), auth])).toEqual([]);
});

test('what is not there', () => {
  const services = [{ name: 'web', port: 8080 }, { name: 'api' }];
  expect(told(check, [route(services, [{ name: 'auth' }]), service('web')])).toEqual([
    'error IngressRoute/web /spec/routes/0/services/0/port: IngressRoute web sends requests to port 8080 of Service web, which has only http (80).',
    'error IngressRoute/web /spec/routes/0/services/1/name: IngressRoute web sends requests to Service api, and there is none in namespace shop.',
    'error IngressRoute/web /spec/routes/0/middlewares/0/name: IngressRoute web goes through Middleware auth, and there is none in namespace shop.',
  ]);
});

test("what is in Traefik's own settings is left alone", () => {
  const services = [{ name: 'api@internal', kind: 'TraefikService' }];
  expect(told(check, [route(services, [{ name: 'auth@file' }])])).toEqual([]);
});
