import { z } from 'zod';
import { roles } from '../resolved/cluster.ts';
import { chartSchema, type Chart } from './chart.ts';
import { externalSecretSchema, type ExternalSecret } from './external-secret.ts';
import { hookSchema, type Hook } from './hook.ts';
import { kustomizeBaseSchema, type KustomizeBase } from './kustomize-base.ts';
import { dnsLabel, stringMap } from './names.ts';
import type { KeysOf, Override } from './override.ts';
import { patchSchema, type Patch } from './patch.ts';
import { rawObjectSchema, type RawObject } from './raw-object.ts';
import { syncSchema, type Sync } from './sync.ts';
import { workloadSchema, type Workload } from './workload.ts';

export type Role = (typeof roles)[number];

/** The kinds of component that an application is made of; the keys below them are the components' names. */
export const componentKinds = [
  'workloads',
  'charts',
  'bases',
  'objects',
  'hooks',
  'externalSecrets',
] as const;

/** What an override may change: everything but where the application goes and what it waits for. */
export const overridableFields = {
  /** The application's name by default, with `-<environment>` on a cluster that carries several. */
  namespace: dnsLabel.optional(),
  workloads: z.record(dnsLabel, workloadSchema).optional(),
  charts: z.record(dnsLabel, chartSchema).optional(),
  bases: z.record(dnsLabel, kustomizeBaseSchema).optional(),
  objects: z.record(z.string(), rawObjectSchema).optional(),
  hooks: z.record(dnsLabel, hookSchema).optional(),
  externalSecrets: z.record(dnsLabel, externalSecretSchema).optional(),
  patches: z.record(z.string(), patchSchema).optional(),
  labels: stringMap.optional(),
  sync: syncSchema.optional(),
};

/** An application in its long form, after overrides. */
export const applicationSchema = z.strictObject(overridableFields);
export interface LongApplication extends z.infer<typeof applicationSchema> {}

export const placedOnSchema = z.strictObject({
  clusters: z.array(z.string()).optional(),
  environments: z.array(z.string()).optional(),
  roles: z.array(z.enum(roles)).optional(),
  labels: stringMap.optional(),
});

/** Where an application goes; every field that is given must hold. */
export interface PlacedOn<Environments extends string, Clusters extends string> {
  clusters?: readonly Clusters[];
  environments?: readonly Environments[];
  roles?: readonly Role[];
  /** Labels that the cluster must carry. */
  labels?: Record<string, string>;
}

/** What an environment, a role or a cluster changes of an application; `null` leaves a component out. */
export interface ApplicationOverride<Components> {
  namespace?: string;
  workloads?: { [N in NoInfer<KeysOf<Components>>]?: Override<Workload> | null };
  charts?: { [N in NoInfer<KeysOf<Components>>]?: Override<Chart> | null };
  bases?: { [N in NoInfer<KeysOf<Components>>]?: Override<KustomizeBase> | null };
  objects?: { [N in NoInfer<KeysOf<Components>>]?: Record<string, unknown> | null };
  hooks?: { [N in NoInfer<KeysOf<Components>>]?: Override<Hook> | null };
  externalSecrets?: { [N in NoInfer<KeysOf<Components>>]?: Override<ExternalSecret> | null };
  patches?: Record<string, Patch | null>;
  labels?: Record<string, string | null>;
  sync?: Override<Sync>;
}

/** One or more components, deployed and owned as a unit. */
export interface Application<Components, Applications, Environments extends string, Clusters extends string> {
  namespace?: string;
  /** Every environment of every cluster by default. */
  on?: PlacedOn<Environments, Clusters>;
  /** Applications of the same cluster and environment that must be healthy first. */
  after?: readonly Applications[];
  workloads?: { [N in keyof Components]: Workload };
  charts?: { [N in keyof Components]: Chart };
  /** Existing Kustomize folders. */
  bases?: { [N in keyof Components]: KustomizeBase };
  /** Raw objects; the key is the name unless the object has one. */
  objects?: { [N in keyof Components]: RawObject };
  hooks?: { [N in keyof Components]: Hook };
  externalSecrets?: { [N in keyof Components]: ExternalSecret };
  /** Changes of any object, by `Kind/name`, after everything else. */
  patches?: Record<string, Patch>;
  /** Labels of every object and pod of the application. */
  labels?: Record<string, string>;
  sync?: Sync;
  perEnvironment?: { [E in Environments]?: ApplicationOverride<Components> };
  perRole?: { [R in Role]?: ApplicationOverride<Components> };
  perCluster?: { [C in Clusters]?: ApplicationOverride<Components> };
}
