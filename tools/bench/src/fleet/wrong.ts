export { gatekeeper } from './gatekeeper.ts';

const labels = { 'app.kubernetes.io/name': 'app00', 'app.kubernetes.io/part-of': 'app00' };

/** One object on one cluster with a field that its schema does not have, and an image that a policy forbids. */
export const wrong = {
  namespace: 'app00',
  on: { clusters: ['c007'] },
  objects: {
    deployment: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'wrong', labels },
      spec: {
        replica: 2,
        selector: { matchLabels: { app: 'wrong' } },
        template: {
          metadata: { labels: { app: 'wrong' } },
          spec: { containers: [{ name: 'wrong', image: 'registry.example/bench/wrong:latest' }] },
        },
      },
    },
  },
};
