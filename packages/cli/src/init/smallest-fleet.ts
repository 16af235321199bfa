import { quoted } from './quoted.ts';

/** What a new fleet is made from. */
export interface NewFleet {
  readonly name: string;
  /** Git repository that the engine will watch. */
  readonly repository: string;
  /** Kubernetes version of its one cluster: `1.34`. */
  readonly kubernetes: string;
}

/** The text of the smallest `fleet.ts` that compiles: one cluster, one application, one workload. */
export function smallestFleet({ name, repository, kubernetes }: NewFleet): string {
  return `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: ${quoted(name)},
  repository: ${quoted(repository)},
  engine: 'argo-cd',
  clusters: {
    lab: { kubernetes: ${quoted(kubernetes)}, environments: ['dev'] },
  },
  applications: {
    hello: {
      workloads: {
        web: { image: 'registry.example/hello:1.0.0', port: 8080 },
      },
    },
  },
});
`;
}
