import { podTemplate } from '../pods/rules.ts';
import { qualifiedName } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { atLeast } from '../values/number-in-range.ts';
import { needs } from '../values/present-fields.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { exactly } from '../values/well-formed-text.ts';
import { cronSchedule } from './cron-schedule.ts';
import { generatedSelector, jobCounts, nameAsLabel, noSelector } from './job-counts.ts';
import { podFailurePolicy } from './pod-failure-policy.ts';
import { endingPods } from './restart-policy.ts';

const counts =
  'parallelism completions activeDeadlineSeconds backoffLimit ttlSecondsAfterFinished backoffLimitPerIndex maxFailedIndexes';

const job: readonly Placed[] = [
  ...counts.split(' ').flatMap((name) => at(name, atLeast(0))),
  ...at('', jobCounts, podFailurePolicy),
  ...at('podFailurePolicy.rules.*.action', exactlyOneOf('FailJob', 'FailIndex', 'Ignore', 'Count')),
  ...at('podFailurePolicy.rules.*.onExitCodes.operator', exactlyOneOf('In', 'NotIn')),
  ...at('podFailurePolicy.rules.*.onPodConditions.*.type', exactly(qualifiedName)),
  ...at('podFailurePolicy.rules.*.onPodConditions.*.status', oneOf('True', 'False', 'Unknown')),
  ...at('completionMode', exactlyOneOf('NonIndexed', 'Indexed')),
  ...at('podReplacementPolicy', exactlyOneOf('TerminatingOrFailed', 'Failed')),
  ...at('selector', wellFormedSelector),
  ...at('template.spec', endingPods),
  ...below('template', podTemplate),
];

/** The kinds that run pods to their end. */
export const jobs: Readonly<Record<string, readonly Placed[]>> = {
  'batch/Job': [
    ...at('', needs('spec'), nameAsLabel),
    ...below('spec', job),
    ...at('spec', generatedSelector),
  ],
  'batch/CronJob': [
    ...at('', needs('spec')),
    ...at('spec.jobTemplate', needs('spec')),
    ...at('', cronSchedule),
    ...at('spec.startingDeadlineSeconds', atLeast(0)),
    ...at('spec.successfulJobsHistoryLimit', atLeast(0)),
    ...at('spec.failedJobsHistoryLimit', atLeast(0)),
    ...at('spec.concurrencyPolicy', oneOf('Allow', 'Forbid', 'Replace')),
    ...below('spec.jobTemplate.spec', job),
    ...at('spec.jobTemplate.spec', noSelector),
  ],
};
