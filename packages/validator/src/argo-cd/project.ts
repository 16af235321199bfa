import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { ControlPlane } from './control-plane.ts';
import { pathPattern } from './generate/path-pattern.ts';
import { globMatches, isDenied } from './glob.ts';
import { normalizedGitUrl } from './git-url.ts';

// Each rule here is one of Argo CD 3.4.2: pkg/apis/application/v1alpha1/app_project_types.go.

/** Whether a project permits a repository (IsSourcePermitted), also one that its own Secret declares. */
export function permitsSource(project: unknown, url: string, plane: ControlPlane): boolean {
  const name = textAt(project, 'metadata', 'name');
  const own = plane.repositories.flatMap((repository) =>
    repository.project === name ? [repository.url] : [],
  );
  const asked = normalizedGitUrl(url);
  let permitted = false;
  for (const pattern of [...textsAt(project, 'sourceRepos'), ...own]) {
    const denies = isDenied(pattern);
    const normalized = denies ? `!${normalizedGitUrl(pattern.slice(1))}` : normalizedGitUrl(pattern);
    const matched = globMatches(normalized, asked, '/');
    if (denies && !matched) return false;
    permitted ||= matched;
  }
  return permitted;
}

/** A cluster as far as it is known; Argo CD compares both its address and its name. */
export interface DestinationCluster {
  readonly server?: string;
  readonly name?: string;
}

/**
 * Whether a project permits a namespace of a cluster (isDestinationMatched). Undefined: it depends on the address or the
 * name of the cluster, and that is not known.
 */
export function permitsDestination(
  project: object,
  cluster: DestinationCluster,
  namespace: string,
): boolean | undefined {
  const ofProject = verdicts.get(project) ?? new Map<string, boolean | undefined>();
  verdicts.set(project, ofProject);
  const key = JSON.stringify([cluster.name, cluster.server, namespace]);
  if (!ofProject.has(key)) ofProject.set(key, isDestinationMatched(project, cluster, namespace));
  return ofProject.get(key);
}

/** Several checks ask for the same destination, and a watch asks again after every change. */
const verdicts = new WeakMap<object, Map<string, boolean | undefined>>();

function isDestinationMatched(
  project: object,
  cluster: DestinationCluster,
  namespace: string,
): boolean | undefined {
  let permitted = false;
  let open = false;
  for (const { wanted, ...patterns } of destinationsOf(project)) {
    const names = cluster.name !== undefined && globMatches(patterns.name, cluster.name);
    const serves = cluster.server !== undefined && globMatches(patterns.server, cluster.server);
    const fits = globMatches(wanted, namespace);
    const hidden =
      (cluster.name === undefined && patterns.name !== '') ||
      (cluster.server === undefined && patterns.server !== '');
    if ((serves || names) && fits) permitted = true;
    else if (hidden && !serves && !names) {
      if (isDenied(patterns.name) || isDenied(patterns.server)) return undefined;
      open ||= fits;
    } else if ((!names && isDenied(patterns.name)) || (!serves && isDenied(patterns.server) && fits))
      return false;
    else if (!fits && isDenied(wanted) && serves) return false;
  }
  return permitted || (open ? undefined : false);
}

interface DestinationPatterns {
  readonly name: string;
  readonly server: string;
  readonly wanted: string;
}

const destinations = new WeakMap<object, readonly DestinationPatterns[]>();

/** Read once for each project: every Application asks for them, and a project of a large fleet has many. */
function destinationsOf(project: object): readonly DestinationPatterns[] {
  const known = destinations.get(project);
  if (known !== undefined) return known;
  const read = listAt(project, 'spec', 'destinations').map((item) => ({
    name: textAt(item, 'name') ?? '',
    server: textAt(item, 'server') ?? '',
    wanted: textAt(item, 'namespace') ?? '',
  }));
  destinations.set(project, read);
  return read;
}

/** Whether a project permits a kind (IsGroupKindNamePermitted). */
export function permitsKind(
  project: unknown,
  { group, kind, name }: { readonly group: string; readonly kind: string; readonly name: string },
  namespaced: boolean,
): boolean {
  const isIn = (list: string): boolean =>
    listAt(project, 'spec', list).some((item) => {
      const fits = (key: string, value: string): boolean =>
        pathPattern(textAt(item, key) ?? '')?.test(value) ?? false;
      const isNamed = !namespaced && (textAt(item, 'name') ?? '') !== '';
      return fits('kind', kind) && fits('group', group) && (!isNamed || fits('name', name));
    });
  if (!namespaced) return isIn('clusterResourceWhitelist') && !isIn('clusterResourceBlacklist');
  // No list permits every kind; an empty one permits none.
  const whitelist = fieldAt(project, 'spec', 'namespaceResourceWhitelist') ?? null;
  return (whitelist === null || isIn('namespaceResourceWhitelist')) && !isIn('namespaceResourceBlacklist');
}

/** The texts of a list of a project's spec. */
export function textsAt(project: unknown, key: string): readonly string[] {
  return listAt(project, 'spec', key).filter((item) => typeof item === 'string');
}
