import { allowedCapabilities } from '../allowed-capabilities/allowed-capabilities.ts';
import { allowedHostPaths } from '../allowed-host-paths/allowed-host-paths.ts';
import { allowedHostPorts } from '../allowed-host-ports/allowed-host-ports.ts';
import { allowedSeccompProfiles } from '../allowed-seccomp-profiles/allowed-seccomp-profiles.ts';
import { allowedSelinuxOptions } from '../allowed-selinux-options/allowed-selinux-options.ts';
import { allowedSysctls } from '../allowed-sysctls/allowed-sysctls.ts';
import { allowedVolumeTypes } from '../allowed-volume-types/allowed-volume-types.ts';
import { denyHostNamespaces } from '../deny-host-namespaces/deny-host-namespaces.ts';
import { denyHostProbes } from '../deny-host-probes/deny-host-probes.ts';
import { denyPrivilegeEscalation } from '../deny-privilege-escalation/deny-privilege-escalation.ts';
import { denyPrivileged } from '../deny-privileged/deny-privileged.ts';
import { denyUnconfinedAppArmor } from '../deny-unconfined-app-armor/deny-unconfined-app-armor.ts';
import { denyUnmaskedProc } from '../deny-unmasked-proc/deny-unmasked-proc.ts';
import { requiredNonRoot } from '../required-non-root/required-non-root.ts';
import type { Constraint, EnforcementAction } from '../policy/constraint.ts';
import type { ConstraintTemplate } from '../policy/constraint-template.ts';
import type { Match } from '../policy/match.ts';

/** Where a profile holds, and what happens to what breaks it. */
interface Profile {
  readonly match?: Match;
  /** `deny` by default. */
  readonly enforcementAction?: EnforcementAction;
}

/**
 * The policies of a profile of the Pod Security Standards, as `objects` of an application: templates, and constraints named
 * `baseline-…` or `restricted-…`. Kubernetes enforces the same profiles by a label of the namespace; this is for warning before
 * enforcing, for exceptions of single images, and for seeing the answer at the workload instead of at its pods.
 * Source: Kubernetes documentation, "Pod Security Standards" (1.35).
 */
export function podSecurity(
  profile: 'baseline' | 'restricted',
  spec: Profile = {},
): Readonly<Record<string, ConstraintTemplate | Constraint>> {
  return profile === 'baseline' ? baseline(spec) : restricted(spec);
}

function baseline(spec: Profile): Readonly<Record<string, ConstraintTemplate | Constraint>> {
  return {
    ...shared('baseline', spec),
    ...allowedCapabilities.objects({ 'baseline-capabilities': spec }),
    ...allowedHostPaths.objects({ 'baseline-host-paths': spec }),
    ...allowedSeccompProfiles.objects({ 'baseline-seccomp-profiles': spec }),
    ...denyUnmaskedProc.objects({ 'baseline-unmasked-proc': spec }),
  };
}

function restricted(spec: Profile): Readonly<Record<string, ConstraintTemplate | Constraint>> {
  return {
    ...shared('restricted', spec),
    ...allowedCapabilities.objects({
      'restricted-capabilities': {
        ...spec,
        parameters: { allowed: ['NET_BIND_SERVICE'], requiredDrop: ['ALL'] },
      },
    }),
    ...allowedSeccompProfiles.objects({
      'restricted-seccomp-profiles': { ...spec, parameters: { required: true } },
    }),
    ...allowedVolumeTypes.objects({ 'restricted-volume-types': spec }),
    ...denyPrivilegeEscalation.objects({ 'restricted-privilege-escalation': spec }),
    ...denyUnmaskedProc.objects({
      'restricted-unmasked-proc': { ...spec, parameters: { inUserNamespaces: true } },
    }),
    ...requiredNonRoot.objects({ 'restricted-non-root': spec }),
  };
}

/** What both profiles ask for in the same way. */
function shared(
  profile: 'baseline' | 'restricted',
  spec: Profile,
): Readonly<Record<string, ConstraintTemplate | Constraint>> {
  return {
    ...allowedHostPorts.objects({ [`${profile}-host-ports`]: spec }),
    ...allowedSelinuxOptions.objects({ [`${profile}-selinux-options`]: spec }),
    ...allowedSysctls.objects({ [`${profile}-sysctls`]: spec }),
    ...denyHostNamespaces.objects({ [`${profile}-host-namespaces`]: spec }),
    ...denyHostProbes.objects({ [`${profile}-host-probes`]: spec }),
    ...denyPrivileged.objects({ [`${profile}-privileged`]: spec }),
    ...denyUnconfinedAppArmor.objects({ [`${profile}-app-armor`]: spec }),
  };
}
