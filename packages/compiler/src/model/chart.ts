import { z } from 'zod';
import { dnsLabel } from './names.ts';

/** A Helm chart, always installed by the engine: from a Helm repository, or from a folder of a git repository. */
export const chartSchema = z.strictObject({
  /** Helm repository: `https://…`, `oci://…` or `file://…`. Exactly one of `repository` and `git`. */
  repository: z
    .string()
    .regex(/^(https?|oci|file):\/\//, 'is not the address of a Helm repository (https://, oci:// or file://)')
    .optional(),
  /** Name of the chart in the repository; the component's key by default. */
  chart: z.string().optional(),
  /** Exact version; without it, the environment's versions file says which. */
  version: z.string().optional(),
  /** Git repository that holds the chart. */
  git: z.string().optional(),
  /** Folder of the chart in the git repository; the component's key by default. */
  path: z.string().optional(),
  /** Tag, branch or commit of the git repository; without it, the environment's versions file says which. */
  revision: z.string().optional(),
  /** Helm release; the component's key by default. */
  release: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  /** The custom resource definitions that the chart installs. */
  definitions: z
    .strictObject({
      /** API groups, for example `external-secrets.io`: objects of these groups wait for the chart. */
      groups: z.array(z.string()),
      /** Kinds of these groups that are cluster-scoped. */
      clusterScopedKinds: z.array(z.string()).optional(),
      /** Go module that holds the definitions' YAML, for schemas when the chart itself cannot be had. */
      source: z.strictObject({ module: z.string(), version: z.string(), path: z.string() }).optional(),
    })
    .optional(),
  /** `group/Kind` of the cluster-scoped objects that the chart makes (`/Namespace` for the core group); without it, its project allows any. */
  clusterKinds: z.array(z.string().includes('/', { message: 'is not group/Kind' })).optional(),
  /** Namespaces other than the placement's that the chart puts objects into, for example `kube-system`; its project allows no other. */
  namespaces: z.array(dnsLabel).optional(),
});
export interface Chart extends z.input<typeof chartSchema> {}
