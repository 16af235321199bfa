import type { Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';

/** Of the `spec` of a Job. Source: batch validation, `validateJobSpec`, `ValidateJobTemplateSpec`. */
export const jobCounts: Rule = {
  explanation: {
    code: 'SEA3156',
    title: 'The settings of a Job do not go together',
    meaning:
      'An indexed Job has completions; limits for each index need the completion mode Indexed; a pod failure policy needs ' +
      '"restartPolicy: Never"; the selector of a Job is generated unless manualSelector is true, and its name, a label of its pods, has at most ' +
      '63 characters.',
    fix: 'Add what is missing, or remove what does not belong to the mode.',
  },
  check(spec, refuse) {
    const indexed = spec.at('completionMode').text === 'Indexed';
    const [completions, perIndex, failed] = ['completions', 'backoffLimitPerIndex', 'maxFailedIndexes'].map(
      (key) => spec.at(key),
    );
    if (completions === undefined || perIndex === undefined || failed === undefined) return;
    // Where neither is written, an API server fills in 1 for both.
    if (indexed && !completions.isSet && spec.at('parallelism').isSet)
      refuse(completions, 'is missing; an indexed Job needs it', 'Write how many completions there are.');
    const parallelism = spec.at('parallelism');
    if (indexed && (parallelism.number ?? 0) > 100_000)
      refuse(parallelism, 'is above 100000, the most of an indexed Job', 'Lower it.');
    if (!indexed) {
      for (const key of setKeys(spec, ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']))
        refuse(
          spec.at(key),
          'is set, but the Job is not indexed',
          'Remove it, or write "completionMode: Indexed".',
        );
    }
    if (failed.isSet && !perIndex.isSet)
      refuse(perIndex, 'is missing; maxFailedIndexes needs it', 'Add backoffLimitPerIndex.');
    if (indexed && (failed.number ?? 0) > (completions.number ?? Infinity))
      refuse(failed, 'is above completions', 'Lower it.');
    const policy = spec.at('template', 'spec', 'restartPolicy');
    if (spec.at('podFailurePolicy').isSet && policy.text === 'OnFailure')
      refuse(policy, 'is "OnFailure", but a pod failure policy needs Never', 'Write "restartPolicy: Never".');
  },
};

const uid = 'controller-uid';

/** Of the `spec` of a Job that stands for itself. Source: batch validation, `validateGeneratedSelector`. */
export const generatedSelector: Rule = {
  explanation: jobCounts.explanation,
  check(spec, refuse) {
    const selector = spec.at('selector');
    if (!selector.isSet || spec.at('manualSelector').value === true) return;
    const keys = selector.at('matchLabels').entries.map(([key]) => key);
    if (keys.some((key) => key.endsWith(uid))) return;
    refuse(selector, 'is set, but Kubernetes generates the selector of a Job', 'Remove it.');
  },
};

/** Of a Job, whose pods get its name as a label. Source: pkg/registry/batch/job/strategy.go, `generateSelector`. */
export const nameAsLabel: Rule = {
  explanation: jobCounts.explanation,
  check(job, refuse) {
    const name = job.at('metadata', 'name');
    if (name.text === undefined || name.text.length <= 63 || job.at('spec', 'manualSelector').value === true)
      return;
    refuse(
      name,
      `has ${name.text.length} characters; the pods of a Job have its name as a label, which has at most 63`,
      'Shorten it.',
    );
  },
};

/** Of the `spec` of the job in a CronJob. Source: batch validation, `ValidateJobTemplateSpec`. */
export const noSelector: Rule = {
  explanation: jobCounts.explanation,
  check(spec, refuse) {
    for (const key of setKeys(spec, ['selector', 'manualSelector']))
      if (key === 'selector' || spec.at(key).value === true)
        refuse(spec.at(key), 'is set, but the jobs of a CronJob get generated selectors', 'Remove it.');
  },
};
