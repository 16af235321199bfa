import { regions } from './regions.ts';

/** What each placement of the benchmark has of its own, for the fleet and for the cdk8s program alike. */
export interface Parameters {
  readonly replicas: number;
  readonly host: string;
  readonly region: string;
  readonly minAvailable: number;
}

export const applicationCount = 20;

export const image = (application: string): string => `registry.example/bench/${application}:1.4.2`;
export const baseHost = (application: string): string => `${application}.bench.example`;

export function clusterNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${String(index).padStart(3, '0')}`);
}

export function applicationNames(): string[] {
  return Array.from({ length: applicationCount }, (_, index) => `app${String(index).padStart(2, '0')}`);
}

/** Every placement differs from its base and from every other one. */
export function parametersOf(application: string, cluster: string): Parameters {
  const index = Number(cluster.slice(1));
  return {
    replicas: 5 + (index % 5),
    host: `${application}.${cluster}.bench.example`,
    region: regions[cluster] ?? `region-${cluster}`,
    minAvailable: 2 + (index % 3),
  };
}
