import { isPhase, lives, stage, type MatchExpression, type Stage } from './stage.ts';

/** How long, in milliseconds, a pod takes to become ready, and a Job's pod to be done. kwok's own stages take no time. */
export const podReadyAfter = 200;
export const podDoneAfter = 200;

/** Tags of images whose pods go wrong. */
export const neverReadyTag = 'never-ready';
export const failsTag = 'fails';

const hasTag = (tag: string): string => `self.spec.containers.exists(c, c.image.matches(':${tag}(@.*)?$'))`;

/** Conditions that kwok's own pod stages get on top of theirs. */
export const ownPodConditions: Readonly<
  Record<string, { readonly delay: number; readonly unless: MatchExpression }>
> = {
  'pod-ready': { delay: podReadyAfter, unless: { cel: { expression: `!${hasTag(neverReadyTag)}` } } },
  'pod-complete': { delay: podDoneAfter, unless: { cel: { expression: `!${hasTag(failsTag)}` } } },
};

/** It runs, and its probe says no. */
export const podNeverReady: Stage = stage('pod-never-ready', {
  resourceRef: { apiGroup: 'v1', kind: 'Pod' },
  selector: { matchExpressions: [lives, isPhase('Pending'), { cel: { expression: hasTag(neverReadyTag) } }] },
  delay: { durationMilliseconds: podReadyAfter },
  next: {
    statusTemplate: `
{{ $now := Now }}
conditions:
- { type: Initialized, status: "True", lastTransitionTime: {{ $now | Quote }} }
- { type: Ready, status: "False", reason: ContainersNotReady, lastTransitionTime: {{ $now | Quote }} }
- { type: ContainersReady, status: "False", reason: ContainersNotReady, lastTransitionTime: {{ $now | Quote }} }
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: false
  started: true
  restartCount: 0
  state: { running: { startedAt: {{ $now | Quote }} } }
{{ end }}
phase: Running
startTime: {{ $now | Quote }}
`,
  },
});

/** Its container ends with 1. */
export const podFails: Stage = stage('pod-fails', {
  resourceRef: { apiGroup: 'v1', kind: 'Pod' },
  selector: {
    matchExpressions: [
      lives,
      isPhase('Running'),
      { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] },
      { cel: { expression: hasTag(failsTag) } },
    ],
  },
  delay: { durationMilliseconds: podDoneAfter },
  next: {
    statusTemplate: `
{{ $now := Now }}
containerStatuses:
{{ range .spec.containers }}
- image: {{ .image | Quote }}
  name: {{ .name | Quote }}
  ready: false
  started: false
  restartCount: 0
  state:
    terminated: { exitCode: 1, reason: Error, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} }
{{ end }}
phase: Failed
`,
  },
});
