import { z } from 'zod';
import { roles } from '../resolved/cluster.ts';
import type { Role } from './application.ts';
import { capacitySchema, type Capacity } from './capacity.ts';
import { ingressClasses } from './ingress.ts';
import { dnsLabel, stringMap } from './names.ts';
import { syncSchema, type Sync } from './sync.ts';

/** RFC 1123 subdomain: what Kubernetes accepts as the name of a StorageClass. */
const storageClass = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    'is not the name of a storage class',
  );

export const clusterSchema = z.strictObject({
  kubernetes: z.string().regex(/^1\.\d+(\.\d+)?$/, 'is not a Kubernetes version such as 1.34'),
  role: z.enum(roles).optional(),
  region: z.string().optional(),
  labels: stringMap.optional(),
  environments: z.array(dnsLabel).optional(),
  server: z.url('is not the address of an API server').optional(),
  ingress: z.enum(ingressClasses).optional(),
  sync: syncSchema.optional(),
  capacity: capacitySchema.optional(),
  storageClasses: z.array(storageClass).optional(),
});

/** One Kubernetes API server. */
export interface Cluster<Environments extends string = string> {
  /** Kubernetes version: `1.34`, or an exact `1.34.2`. */
  readonly kubernetes: string;
  readonly role?: Role;
  readonly region?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The environments that the cluster carries; none: nothing is placed there. */
  readonly environments?: readonly Environments[];
  /** Address of the API server; without it the engine knows the cluster by its name. */
  readonly server?: string;
  /** Ingress controller of the cluster. */
  readonly ingress?: (typeof ingressClasses)[number];
  readonly sync?: Sync;
  /** What its nodes together offer to pods; without it nobody checks whether the cluster can hold its pods. */
  readonly capacity?: Capacity;
  /** Names of the storage classes that it has, beside those of the fleet's own objects; without it they are not checked. */
  readonly storageClasses?: readonly string[];
}
