import type { Knob } from './lab.ts';

/** How often kube-controller-manager looks at autoscalers: a takeover waits for them. */
export const autoscalerPeriod = '1s';

export const autoscalerKnob: Knob = {
  name: 'kube-controller-manager: how often a HorizontalPodAutoscaler is looked at (--horizontal-pod-autoscaler-sync-period)',
  value: autoscalerPeriod,
  usual: '15s',
};
