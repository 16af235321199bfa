import { definePolicy } from '../policy/define-policy.ts';
import { bindingKinds } from '../policy/kinds.ts';

interface DenyClusterAdmin {
  /** Who may be an administrator of everything. */
  readonly allowedSubjects?: readonly {
    readonly kind: 'User' | 'Group' | 'ServiceAccount';
    readonly name: string;
    /** Of a ServiceAccount. */
    readonly namespace?: string;
  }[];
}

/** Source: CIS Kubernetes Benchmark, cluster-admin only where required. */
export const denyClusterAdmin = definePolicy<DenyClusterAdmin>({
  kind: 'K8sDenyClusterAdmin',
  about: 'Nobody is bound to `cluster-admin` but those who are allowed to.',
  source: 'CIS Kubernetes Benchmark, cluster-admin only where required',
  module: import.meta.url,
  kinds: bindingKinds,
  parameters: {
    allowedSubjects: {
      type: 'array',
      description: 'Who may be an administrator of everything; nobody by default.',
      items: {
        type: 'object',
        required: ['kind', 'name'],
        properties: {
          kind: { type: 'string', enum: ['User', 'Group', 'ServiceAccount'] },
          name: { type: 'string' },
          namespace: { type: 'string', description: 'Of a ServiceAccount.' },
        },
      },
    },
  },
});
