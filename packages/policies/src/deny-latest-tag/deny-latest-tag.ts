import { definePolicy } from '../policy/define-policy.ts';
import { podAndWorkloadKinds } from '../policy/kinds.ts';

export const denyLatestTag = definePolicy({
  kind: 'K8sDenyLatestTag',
  about:
    'Images name a version or a digest: `latest`, or no tag at all, means another image tomorrow and none to go back to.',
  module: import.meta.url,
  rego: 'v0',
  kinds: podAndWorkloadKinds,
});
