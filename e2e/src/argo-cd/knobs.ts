import type { Knob } from '../lab/lab.ts';

/** Those of Argo CD's components without which nothing syncs, as its own programs are called. */
export const argoCdComponents = [
  'application-controller',
  'repo-server',
  'applicationset-controller',
] as const;
export type ArgoCdComponent = (typeof argoCdComponents)[number];

/** One setting of Argo CD that a rehearsal changes, as an environment variable of one component. */
interface Setting {
  readonly component: ArgoCdComponent;
  readonly variable: string;
  readonly value: string;
  /** What Argo CD does where nobody says anything. */
  readonly usual: string;
  /** For people. */
  readonly means: string;
}

/**
 * What a rehearsal sets so that it does not spend its time waiting: none changes what Argo CD does, only how soon.
 * Defaults from the sources of Argo CD 3.4: cmd/argocd-application-controller, controller/sync.go,
 * controller/cache/cache.go, reposerver/cache/cache.go.
 */
const settings: readonly Setting[] = [
  {
    component: 'application-controller',
    variable: 'ARGOCD_APPLICATION_CONTROLLER_SELF_HEAL_BACKOFF_TIMEOUT_SECONDS',
    value: '0',
    usual: '2',
    means: 'seconds until a second self-heal of the same commit, three times longer for each further one',
  },
  {
    component: 'application-controller',
    variable: 'ARGOCD_SYNC_WAVE_DELAY',
    value: '0',
    usual: '2',
    means: 'seconds between two sync waves',
  },
  {
    component: 'application-controller',
    variable: 'ARGOCD_CLUSTER_CACHE_EVENTS_PROCESSING_INTERVAL',
    value: '10ms',
    usual: '100ms',
    means: 'how often what a cluster reports is looked at',
  },
  {
    component: 'application-controller',
    variable: 'ARGOCD_CLUSTER_SYNC_RETRY_TIMEOUT_DURATION',
    value: '2s',
    usual: '10s',
    means: 'until a cluster that could not be read is read again',
  },
  {
    component: 'application-controller',
    variable: 'ARGOCD_K8S_CLIENT_QPS',
    value: '300',
    usual: '50',
    means: 'requests a second to one API server',
  },
  {
    // Comparing takes seconds of a processor. Definitions carry no mark of their Application, so that nothing tells Argo CD when the last of them is established.
    component: 'application-controller',
    variable: 'ARGOCD_RECONCILIATION_TIMEOUT',
    value: '60s',
    usual: '120s',
    means: 'how often an Application is compared when nothing that it made has changed',
  },
  {
    component: 'application-controller',
    variable: 'ARGOCD_RECONCILIATION_JITTER',
    value: '0s',
    usual: '60s',
    means: 'how much later than that at most',
  },
  {
    component: 'repo-server',
    variable: 'ARGOCD_RECONCILIATION_TIMEOUT',
    value: '3s',
    usual: '3m0s',
    means: 'how long what a branch points to is not asked again',
  },
];

/** The same for the report. */
export const argoCdKnobs: readonly Knob[] = settings.map(({ component, variable, value, usual, means }) => ({
  name: `${component}: ${means} (${variable})`,
  value,
  usual,
}));

export function knobsOf(component: ArgoCdComponent): Readonly<Record<string, string>> {
  return Object.fromEntries(
    settings
      .filter((setting) => setting.component === component)
      .map(({ variable, value }) => [variable, value]),
  );
}
