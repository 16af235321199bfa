import { at, type Placed } from '../rule.ts';
import { exactlyOneOf } from '../values/allowed-word.ts';
import { innerPath } from '../values/inner-path.ts';
import { unixId } from '../values/number-in-range.ts';

const relative = innerPath({ reserved: false });

const seccomp = [
  ...at('seccompProfile.type', exactlyOneOf('Localhost', 'RuntimeDefault', 'Unconfined')),
  ...at('seccompProfile.localhostProfile', relative),
];
const appArmor = at('appArmorProfile.type', exactlyOneOf('Localhost', 'RuntimeDefault', 'Unconfined'));
const ids = [...at('runAsUser', unixId), ...at('runAsGroup', unixId)];

/** What the security context of a pod and that of a container have in common. */
export const securityContext: readonly Placed[] = [...seccomp, ...appArmor, ...ids];
