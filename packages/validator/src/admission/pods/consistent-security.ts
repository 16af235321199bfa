import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { containersOf } from './containers.ts';

/** Source: core validation, `ValidateSecurityContext`, `validatePodSpecSecurityContext`, `validateSeccompProfileField`. */
export const consistentSecurity: Rule = {
  explanation: {
    code: 'SEA3129',
    title: 'The security context of a pod or container contradicts itself',
    meaning:
      'A privileged container can always gain privileges, so "allowPrivilegeEscalation: false" beside it is refused, as is the capability ' +
      'CAP_SYS_ADMIN. A seccomp or AppArmor profile names a file exactly if its type is Localhost.',
    fix: 'Decide for one of the two.',
  },
  check(pod, refuse) {
    const security = pod.at('securityContext');
    checkProfiles(security, refuse);
    if (pod.at('shareProcessNamespace').value === true && pod.at('hostPID').value === true)
      refuse(pod.at('shareProcessNamespace'), 'is set beside hostPID', 'Keep one of the two.');
    for (const container of containersOf(pod)) {
      const own = container.at('securityContext');
      if (!own.isSet) continue;
      checkProfiles(own, refuse);
      if (own.at('allowPrivilegeEscalation').value !== false) continue;
      if (own.at('privileged').value === true)
        refuse(own, 'has "privileged: true" and "allowPrivilegeEscalation: false"', 'Keep one of the two.');
      if (own.at('capabilities', 'add').texts.includes('CAP_SYS_ADMIN'))
        refuse(own, 'adds CAP_SYS_ADMIN and has "allowPrivilegeEscalation: false"', 'Keep one of the two.');
    }
  },
};

function checkProfiles(security: Field, refuse: Refuse): void {
  for (const kind of ['seccompProfile', 'appArmorProfile']) {
    const profile = security.at(kind);
    if (!profile.isSet) continue;
    const local = profile.at('type').text === 'Localhost';
    const file = profile.at('localhostProfile');
    if (local && !file.isSet) refuse(file, 'is missing; the type Localhost needs it', 'Name the profile.');
    else if (!local && file.isSet && profile.at('type').isSet)
      refuse(
        file,
        'is set, but only the type Localhost has a profile',
        'Remove it, or use "type: Localhost".',
      );
  }
}
