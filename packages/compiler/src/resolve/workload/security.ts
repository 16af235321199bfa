import type { Security } from '../../model/security.ts';
import { compact } from '../compact.ts';

/** Pod-level security. Source of the defaults: Pod Security Standards, profile "restricted". */
export function podSecurity(security: Security | undefined): object {
  return compact({
    runAsNonRoot: security?.runAsNonRoot ?? true,
    runAsUser: security?.user,
    runAsGroup: security?.group,
    fsGroup: security?.fsGroup,
    seccompProfile: { type: security?.seccompProfile ?? 'RuntimeDefault' },
  });
}

/** Container-level security; see {@link podSecurity}. */
export function containerSecurity(security: Security | undefined): object {
  return compact({
    privileged: security?.privileged,
    allowPrivilegeEscalation: security?.allowPrivilegeEscalation ?? security?.privileged === true,
    readOnlyRootFilesystem: security?.readOnlyRootFilesystem,
    capabilities: compact({ drop: ['ALL'], add: security?.capabilities }),
  });
}
