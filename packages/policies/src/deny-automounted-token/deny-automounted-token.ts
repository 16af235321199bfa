import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

interface DenyAutomountedToken {
  /** ServiceAccounts of pods that call the API server. */
  readonly allowedServiceAccounts?: readonly string[];
}

/** Source: CIS Kubernetes Benchmark, Service Account Tokens only mounted where necessary. */
export const denyAutomountedToken = definePolicy<DenyAutomountedToken>({
  kind: 'K8sDenyAutomountedToken',
  about: 'Pods say that they get no token for the API server, unless their ServiceAccount is allowed to.',
  source: 'CIS Kubernetes Benchmark, Service Account Tokens only mounted where necessary',
  module: import.meta.url,
  libs: ['pods'],
  kinds: podAndWorkloadKinds,
  parameters: {
    allowedServiceAccounts: {
      type: 'array',
      description: 'Names of ServiceAccounts of pods that call the API server; none by default.',
      items: { type: 'string' },
    },
  },
});
