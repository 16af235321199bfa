import type { Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const explanation = {
  code: 'SEA3141',
  title: 'The restart policy does not suit the workload',
  meaning:
    'Pods of a Job end, so their restartPolicy is Never or OnFailure and must be written, because the default is Always. Pods of every ' +
    'other workload run on: Always is all that they can have, and they have no activeDeadlineSeconds.',
  fix: 'Write the restart policy that the finding names.',
} as const;

/** Of the pod spec of a Job. Source: batch validation, `validateJobSpec`. */
export const endingPods: Rule = {
  explanation,
  check(pod, refuse) {
    const policy = pod.at('restartPolicy');
    if (policy.isEmpty)
      refuse(policy, 'is missing; the pods of a Job need Never or OnFailure', 'Add "restartPolicy: Never".');
    else if (policy.text === 'Always')
      refuse(
        policy,
        'is "Always"; the pods of a Job need Never or OnFailure',
        'Write "restartPolicy: Never".',
      );
  },
};

/** Of the pod spec of a workload that runs on. Source: `ValidatePodTemplateSpecForReplicaSet` and its neighbours. */
export const runningPods: Rule = {
  explanation,
  check(pod, refuse) {
    const [policy, deadline] = [pod.at('restartPolicy'), pod.at('activeDeadlineSeconds')];
    if (policy.text === 'Never' || policy.text === 'OnFailure')
      refuse(
        policy,
        `is ${shown(policy.text)}; the pods of this workload can only have Always`,
        'Remove it, or use a Job.',
      );
    if (deadline.isSet)
      refuse(deadline, 'is set, but the pods of this workload have no deadline', 'Remove it, or use a Job.');
  },
};
