import { definePolicy } from '../policy/define-policy.ts';
import { ingressKinds, podAndWorkloadKinds } from '../policy/kinds.ts';

export const denyDefaultNamespace = definePolicy({
  kind: 'K8sDenyDefaultNamespace',
  about:
    'Nothing is put into the namespace `default`, where it has no owner, no quota and no policy of its own.',
  source: 'CIS Kubernetes Benchmark, The default namespace should not be used',
  module: import.meta.url,
  kinds: [
    ...podAndWorkloadKinds,
    ...ingressKinds,
    { apiGroups: [''], kinds: ['ConfigMap', 'PersistentVolumeClaim', 'Secret', 'Service', 'ServiceAccount'] },
  ],
});
