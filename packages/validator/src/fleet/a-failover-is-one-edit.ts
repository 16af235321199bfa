import type { FleetCheck } from '../check/check.ts';

export const aFailoverIsOneEdit: FleetCheck = {
  rule: 'The model is right with the roles of a pair exchanged',
  explanation: {
    code: 'SEA3703',
    title: 'The model is wrong once the roles are exchanged',
    meaning:
      'A failover is one edit: the active and the standby cluster exchange their roles. With this edit the model does not compile, so the runbook would stop in the middle of an incident. A cluster that is in two pairs is one reason: after the first failover the other pair has two active clusters.',
    fix: 'Exchange the two roles on a branch, run seatrial compile, and mend what it says; what belongs to the role goes into perRole. Give each active cluster a standby of its own.',
  },
  run({ takeovers }, say) {
    for (const { active, standby, problems } of takeovers) {
      for (const { code, sentence, hint, place } of problems) {
        say.wrong(
          { ...place, cluster: standby, model: place.model ?? ['failover'] },
          {
            sentence: `${standby} cannot take over for ${active}: with the roles exchanged the model is wrong (${code}): ${sentence}.`,
            hint: `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`,
          },
        );
      }
    }
  },
};
