import { z } from 'zod';
import { roles } from '../resolved/cluster.ts';
import { overridableFields, placedOnSchema, type Application } from './application.ts';
import { argoCdSchema, type ArgoCd } from './argo-cd.ts';
import { clusterSchema, type Cluster } from './cluster.ts';
import { environmentSettingsSchema, type EnvironmentSettings } from './environment.ts';
import { ingressClasses } from './ingress.ts';
import { dnsLabel, stringMap } from './names.ts';
import { suppressionSchema, type Suppression } from './suppression.ts';
import { syncSchema, type Sync } from './sync.ts';

const override = z.record(z.string(), z.unknown());

/** The frame of a fleet. Applications are checked field by field after each override is merged, not here. */
export const fleetSchema = z.strictObject({
  name: dnsLabel,
  repository: z.string().min(1),
  branch: z.string().optional(),
  engine: z.literal('argo-cd', 'is not an engine; argo-cd is'),
  labels: stringMap.optional(),
  ingress: z.enum(ingressClasses).optional(),
  sync: syncSchema.optional(),
  environments: z.record(dnsLabel, environmentSettingsSchema).optional(),
  clusters: z.record(dnsLabel, clusterSchema),
  applications: z.record(
    dnsLabel,
    z.strictObject({
      ...Object.fromEntries(Object.keys(overridableFields).map((field) => [field, z.unknown().optional()])),
      on: placedOnSchema.optional(),
      after: z.array(z.string()).optional(),
      perEnvironment: z.record(z.string(), override).optional(),
      perRole: z.partialRecord(z.enum(roles), override).optional(),
      perCluster: z.record(z.string(), override).optional(),
    }),
  ),
  failover: z.record(z.string(), z.string()).optional(),
  promotions: z.record(z.string(), z.strictObject({ promote: z.string(), demote: z.string() })).optional(),
  argoCd: argoCdSchema.optional(),
  suppress: z.array(suppressionSchema).optional(),
});

/** A checked model: plain data, names resolved against each other by `checkModel`. */
export interface FleetModel extends z.infer<typeof fleetSchema> {}

export type EnvironmentOf<Clusters> = {
  [K in keyof Clusters]: Clusters[K] extends { environments: readonly (infer E extends string)[] }
    ? E
    : never;
}[keyof Clusters];

type WithRole<Clusters, R> = {
  [K in keyof Clusters]: Clusters[K] extends { role: R } ? K : never;
}[keyof Clusters];

/** The clusters that may be the other half of a pair with this one: those of the other role. */
type PartnerOf<Clusters, K extends keyof Clusters> = Clusters[K] extends { role: 'active' }
  ? WithRole<Clusters, 'standby'>
  : WithRole<Clusters, 'active'>;

/** Everything one environment model describes. */
export interface Fleet<Clusters, Applications> {
  name: string;
  /** Git repository that the engine watches. */
  repository: string;
  /** Branch that the engine follows; `main` by default. */
  branch?: string;
  engine: 'argo-cd';
  /** Labels of every object and pod. */
  labels?: Record<string, string>;
  /** Ingress controller where a cluster does not say; nginx by default. */
  ingress?: (typeof ingressClasses)[number];
  sync?: Sync;
  environments?: { [E in EnvironmentOf<NoInfer<Clusters>>]?: EnvironmentSettings };
  clusters: Clusters;
  applications: {
    [K in keyof Applications]: Application<
      Applications[K],
      NoInfer<keyof Applications>,
      EnvironmentOf<NoInfer<Clusters>>,
      keyof NoInfer<Clusters> & string
    >;
  };
  /** Pairs of clusters that take over for each other, in either order: a failover swaps their roles and nothing else. */
  failover?: {
    [K in WithRole<NoInfer<Clusters>, 'active' | 'standby'>]?: PartnerOf<NoInfer<Clusters>, K>;
  };
  /** Data that a failover has to promote, in your words: what makes the standby's copy the one that is written. */
  promotions?: Record<string, { promote: string; demote: string }>;
  argoCd?: ArgoCd<NoInfer<keyof Applications>>;
  /** Findings that you accept, each with its reason. One that matches nothing is told. */
  suppress?: readonly Suppression<
    keyof NoInfer<Clusters>,
    EnvironmentOf<NoInfer<Clusters>>,
    NoInfer<keyof Applications>
  >[];
}

/**
 * Describes a fleet. The names of clusters, environments, applications and components are inferred, and every
 * place that only uses a name is checked against them.
 */
export function defineFleet<const Clusters extends Record<string, Cluster>, Applications>(
  fleet: Fleet<Clusters, Applications>,
): Fleet<Clusters, Applications> {
  return fleet;
}
