import type { ResolvedFleet } from '../../../../src/resolved/fleet.ts';
import {
  application,
  container,
  deployment,
  fleet,
  inNamespace,
  ingress,
  labelled,
  object,
  of,
  placement,
  service,
} from '../support/builders.ts';

const base = of('api', deployment(), service, ingress('api.luneo.app'));
const monitor = object('monitoring.coreos.com/v1', 'ServiceMonitor', 'api', {
  spec: { endpoints: [{ port: 'http' }] },
});

/** What people change most: versions, replicas, an environment variable, a host, a monitor on the active cluster only. */
export const activeAndStandby: ResolvedFleet = fleet(
  [application(base)],
  [
    placement('eu-west-1', [
      ...of(
        'api',
        deployment({
          container: {
            image: 'registry.example/luneo/api:1.24.0',
            env: [container.env[0], { name: 'REGION', value: 'eu-west-1' }],
          },
          spec: { replicas: 6 },
        }),
        service,
        ingress('api.luneo.app'),
      ),
      ...of('api', monitor),
    ]),
    placement(
      'us-east-1',
      of(
        'api',
        deployment({
          container: {
            image: 'registry.example/luneo/api:1.23.0',
            env: [container.env[0], { name: 'REGION', value: 'us-east-1' }],
          },
        }),
        service,
        ingress('api-secondary.luneo.app'),
      ),
    ),
  ],
);

/** A placement without overrides only names its base. */
export const sameAsBase: ResolvedFleet = fleet([application(base)], [placement('paris', base)]);

/** Another namespace is one patch, labels for every object one field. */
export const namespaceAndLabels: ResolvedFleet = fleet(
  [application(base)],
  [
    placement('lab', inNamespace('luneo-test', labelled({ environment: 'test' }, base)), {
      namespace: 'luneo-test',
    }),
  ],
);

const settings = (level: string, digest: string) =>
  object('v1', 'ConfigMap', `api-settings-${digest}`, {
    data: { 'settings.yaml': `log:\n  level: ${level}\n` },
  });
const mounting = (name: string) => ({ pod: { volumes: [{ name: 'settings', configMap: { name } }] } });

/** A config file that differs has another name: the base's is removed, the placement brings its own. */
export const anotherConfigFile: ResolvedFleet = fleet(
  [application(of('api', deployment(mounting('api-settings-1c5c8c4e29')), settings('info', '1c5c8c4e29')))],
  [
    placement(
      'paris',
      of('api', deployment(mounting('api-settings-f0a7d24c11')), settings('debug', 'f0a7d24c11')),
    ),
  ],
);

/** Nothing of the base is left: the placement stands alone, and the base is not written. */
export const nothingShared: ResolvedFleet = fleet(
  [application(of('api', deployment()))],
  [
    placement(
      'paris',
      of(
        'page',
        object('v1', 'ConfigMap', 'maintenance', { data: { message: 'Back soon.' } }),
        object('v1', 'Secret', 'maintenance'),
      ),
    ),
  ],
);
