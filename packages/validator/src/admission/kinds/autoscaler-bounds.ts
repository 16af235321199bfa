import { isAtLeast } from '../context.ts';
import type { Field } from '../field.ts';
import { misfit } from '../formats/format.ts';
import { pathSegment } from '../formats/names.ts';
import { nanos } from '../formats/quantity.ts';
import type { Refuse, Rule } from '../rule.ts';
import { setKeys } from '../set-keys.ts';
import { shown } from '../shown.ts';

const sources: Readonly<Record<string, string>> = {
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
  External: 'external',
  ContainerResource: 'containerResource',
};

/** Source: autoscaling validation, `validateHorizontalPodAutoscalerSpec`, `validateMetricSpec`, `validateScalingRules`. */
export const autoscalerBounds: Rule = {
  explanation: {
    code: 'SEA3158',
    title: 'The bounds or metrics of an autoscaler do not fit together',
    meaning:
      'An autoscaler has at least one pod, not more at least than at most, and metrics whose type names the one source that they have. Zero ' +
      'pods need a feature that is off by default.',
    fix: 'Correct the bound, or make type and source agree.',
  },
  check(spec, refuse, context) {
    const [least, most] = [spec.at('minReplicas'), spec.at('maxReplicas')];
    if (least.number !== undefined && least.number < 1)
      refuse(least, `is ${shown(least.number)}; it must be at least 1`, 'Correct the number.');
    if (most.number !== undefined && most.number < 1)
      refuse(most, `is ${shown(most.number)}; it must be at least 1`, 'Correct the number.');
    else if (most.number !== undefined && most.number < (least.number ?? 1))
      refuse(
        most,
        `is ${most.number} and minReplicas ${least.number ?? 1}`,
        'Raise maxReplicas or lower minReplicas.',
      );
    for (const key of ['kind', 'name']) {
      const field = spec.at('scaleTargetRef', key);
      if (field.value === '') refuse(field, 'is empty', 'Name what is scaled.');
      const wrong = field.text === undefined ? undefined : misfit(pathSegment, field.text);
      if (wrong !== undefined) refuse(field, wrong.predicate, wrong.hint);
    }
    const version = spec.at('scaleTargetRef', 'apiVersion');
    if (isAtLeast(context, 34) && !/^[^/]+\//.test(version.text ?? ''))
      refuse(version, 'names no API group', 'Write the apiVersion of what is scaled, such as apps/v1.');
    const percent = spec.at('targetCPUUtilizationPercentage');
    if (percent.number !== undefined && percent.number < 1)
      refuse(percent, `is ${shown(percent.number)}; it must be at least 1`, 'Correct the number.');
    for (const metric of spec.at('metrics').items) checkMetric(metric, refuse);
    for (const direction of ['scaleUp', 'scaleDown'])
      checkBehavior(spec.at('behavior', direction), direction, refuse);
  },
};

function checkMetric(metric: Field, refuse: Refuse): void {
  const type = metric.at('type').text ?? '';
  const wanted = Object.hasOwn(sources, type) ? sources[type] : undefined;
  const used = setKeys(metric, Object.values(sources));
  if (wanted === undefined) return;
  if (!metric.at(wanted).isSet)
    refuse(metric.at(wanted), `is missing; the type ${type} needs it`, 'Add it, or change the type.');
  for (const key of used)
    if (key !== wanted)
      refuse(metric.at(key), `is set, but the type is ${type}`, 'Remove it, or change the type.');
  const target = metric.at(wanted, 'target');
  if (!target.isSet) return;
  const values = setKeys(target, ['averageUtilization', 'averageValue', 'value']);
  if (values.length === 0) refuse(target, 'has no value', 'Add averageUtilization or averageValue.');
  for (const key of ['averageValue', 'value']) {
    const quantity = nanos(target.at(key).value);
    if (quantity !== undefined && quantity <= 0n)
      refuse(
        target.at(key),
        `is ${shown(target.at(key).value)}; it must be above 0`,
        'Correct the quantity.',
      );
  }
  const percent = target.at('averageUtilization');
  if (percent.number !== undefined && percent.number < 1)
    refuse(percent, `is ${shown(percent.number)}; it must be at least 1`, 'Correct the number.');
}

function checkBehavior(rules: Field, direction: string, refuse: Refuse): void {
  if (!rules.isSet) return;
  const [window, policies] = [rules.at('stabilizationWindowSeconds'), rules.at('policies')];
  if (window.number !== undefined && (window.number < 0 || window.number > 3600))
    refuse(window, `is ${shown(window.number)}; it must be from 0 to 3600`, 'Correct the number.');
  if (Array.isArray(policies.value) && policies.value.length === 0)
    refuse(policies, `is empty; ${direction} needs a policy`, 'Add a policy, or remove the list.');
  for (const policy of policies.items) {
    for (const [key, most] of [
      ['value', Infinity],
      ['periodSeconds', 1800],
    ] as const) {
      const { number } = policy.at(key);
      if (number !== undefined && (number <= 0 || number > most))
        refuse(
          policy.at(key),
          `is ${shown(number)}; it must be ${number <= 0 ? 'at least 1' : `at most ${most}`}`,
          'Correct the number.',
        );
    }
  }
}
