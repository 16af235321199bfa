import { checkModel, resolve, type FleetModel, type ResolvedFleet } from '@seatrial/compiler';

/** Two clusters with the same two applications, one of them with a hook, a patch of its own and a window. */
export const smallModel: FleetModel = checkModel({
  name: 'small',
  repository: 'https://git.example/small.git',
  engine: 'argo-cd',
  clusters: {
    left: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    right: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
  },
  applications: {
    shop: {
      workloads: {
        web: { image: 'registry.example:5000/web:1.0.0', port: 8080, replicas: 2 },
      },
      hooks: { migrate: { on: 'PreSync', image: 'registry.example/web:1.0.0' } },
      objects: { texts: { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } } },
      patches: { 'ConfigMap/texts': { data: { a: 'c' } } },
      perRole: { standby: { hooks: { migrate: null } } },
    },
    names: {
      namespace: 'default',
      objects: { names: { apiVersion: 'v1', kind: 'Namespace' } },
      sync: {
        windows: {
          night: { kind: 'deny', schedule: '0 1 * * *', duration: '1h', timeZone: 'Asia/Tokyo' },
          day: { kind: 'allow', schedule: '0 8 * * *', duration: '9h' },
        },
      },
    },
    chart: { charts: { chart: { repository: 'https://charts.example', version: '1.0.0' } } },
  },
});

export function resolved(model: FleetModel): ResolvedFleet {
  return resolve(checkModel(model), { versions: {}, bases: {} }).fleet;
}
