import { defineFleet } from '@seatrial/compiler';
import { applicationNames, baseHost, clusterNames, image, parametersOf } from './parameters.ts';
import { policies } from './policies.ts';
import { clusterCount } from './size.ts';

const names = clusterNames(clusterCount);

function application(name: string) {
  return {
    workloads: {
      [name]: {
        image: image(name),
        port: 8080,
        replicas: 2,
        environment: { REGION: 'none', LOG_LEVEL: 'info' },
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
        probes: { readiness: '/ready', liveness: '/live' },
        ingress: baseHost(name),
        disruptionBudget: { minAvailable: 1 },
      },
    },
    perCluster: Object.fromEntries(
      names.map((cluster) => {
        const { replicas, host, region, minAvailable } = parametersOf(name, cluster);
        const own = {
          replicas,
          ingress: host,
          environment: { REGION: region },
          disruptionBudget: { minAvailable },
        };
        return [cluster, { workloads: { [name]: own } }];
      }),
    ),
  };
}

export default defineFleet({
  name: 'bench',
  repository: 'https://git.example/bench/fleet.git',
  engine: 'argo-cd',
  clusters: {
    hub: { kubernetes: '1.29', role: 'hub' },
    ...Object.fromEntries(
      names.map((name) => [name, { kubernetes: '1.29', role: 'active', environments: ['prod'] }]),
    ),
  },
  applications: {
    ...Object.fromEntries(applicationNames().map((name) => [name, application(name)])),
    ...policies,
  },
});
