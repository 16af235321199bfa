import type { Field } from '../field.ts';
import type { Refuse, Rule } from '../rule.ts';
import { amount } from '../values/count-or-percent.ts';

const explanation = {
  code: 'SEA3142',
  title: 'A rollout could never begin, or has settings of another strategy',
  meaning:
    'While it rolls out, a workload must be allowed to have one pod less (maxUnavailable) or one more (maxSurge); a DaemonSet decides for ' +
    'one of them. Settings of rolling updates beside another strategy are refused, as is a deadline that is not longer than minReadySeconds.',
  fix: 'Raise one of the two, or remove the settings that do not belong to the strategy.',
} as const;

/** Of the `spec` of a Deployment. Source: apps validation, `ValidateDeploymentStrategy`, `ValidateDeploymentSpec`. */
export const possibleRollout: Rule = {
  explanation,
  check(spec, refuse) {
    const strategy = spec.at('strategy');
    const rolling = strategy.at('rollingUpdate');
    if (rolling.isSet && strategy.at('type').text === 'Recreate')
      refuse(rolling, 'is set beside "type: Recreate"', 'Remove it.');
    else if (isZero(rolling.at('maxUnavailable')) && isZero(rolling.at('maxSurge')))
      refuse(rolling.at('maxUnavailable'), 'is 0, as is maxSurge', 'Raise one of the two.');
    const [deadline, ready] = [spec.at('progressDeadlineSeconds'), spec.at('minReadySeconds')];
    const limit = deadline.number ?? 600;
    if (limit <= (ready.number ?? 0) && (deadline.isSet || ready.isSet))
      refuse(
        deadline,
        `is ${limit} and minReadySeconds ${ready.number ?? 0}; the deadline must be longer`,
        'Raise progressDeadlineSeconds.',
      );
  },
};

/** Of the update strategy of a DaemonSet. Source: apps validation, `ValidateRollingUpdateDaemonSet`. */
export const possibleRolloutOfDaemonSet: Rule = {
  explanation,
  check(strategy, refuse) {
    const rolling = strategy.at('rollingUpdate');
    const [missing, extra] = [rolling.at('maxUnavailable'), rolling.at('maxSurge')];
    if (strategy.at('type').text === 'OnDelete' || !rolling.isSet) return;
    // An API server fills in 1 for a maxUnavailable that is not written, and 0 for maxSurge.
    const some = !isZero(missing);
    if (some && extra.isSet && !isZero(extra))
      refuse(
        extra,
        'is set, and so is maxUnavailable (1 by default)',
        'Write "maxUnavailable: 0" beside maxSurge.',
      );
    else if (!some && (!extra.isSet || isZero(extra)))
      refuse(missing, 'is 0, as is maxSurge', 'Raise one of the two.');
  },
};

/** Of the update strategy of a StatefulSet. Source: apps validation, `ValidateStatefulSetSpec`. */
export const possibleRolloutOfStatefulSet: Rule = {
  explanation,
  check(strategy, refuse) {
    const rolling = strategy.at('rollingUpdate');
    if (rolling.isSet && strategy.at('type').text === 'OnDelete')
      refuse(rolling, 'is set beside "type: OnDelete"', 'Remove it.');
    else checkNotZero(rolling.at('maxUnavailable'), refuse);
  },
};

function checkNotZero(field: Field, refuse: Refuse): void {
  if (isZero(field)) refuse(field, 'is 0; a rollout could never begin', 'Raise it, or remove it.');
}

function isZero(field: Field): boolean {
  return amount(field) === 0;
}
