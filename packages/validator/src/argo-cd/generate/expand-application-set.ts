import type { KubernetesObject } from '@seatrial/compiler';
import { isRecord } from '../../json/is-record.ts';
import { fieldAt, listAt, recordAt, textAt } from '../../json/fields.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { RepositoryView } from '../../rendered/repository-view.ts';
import { NotRendered, Refused } from '../go-template/failures.ts';
import { fillIn } from './fill-in.ts';
import { generatorKind, generatorsOf, parametersOf, type GeneratorScope } from './generators.ts';
import type { RegisteredCluster } from './registered-cluster.ts';
import { rendererOf, type Parameters, type Renderer } from './renderer.ts';
import { patched } from './template-patch.ts';

/** What an ApplicationSet makes, as far as it can be known without a cluster. */
export interface Expansion {
  /** In the order in which Argo CD makes them, each at the place of its set. */
  readonly applications: readonly LocatedObject[];
  /** What Argo CD refuses. Any of it stops the whole set: Argo CD then changes none of its Applications. */
  readonly problems: readonly ExpansionProblem[];
  /** What Argo CD may take, but what comes out of it is not known. */
  readonly notExpanded: readonly NotExpanded[];
}

export interface ExpansionProblem {
  /** JSON pointer into the ApplicationSet. */
  readonly field: string;
  /** A clause: `there is no parameter "clustr"`. */
  readonly clause: string;
}

export interface NotExpanded {
  /** JSON pointer to the generator. */
  readonly field: string;
  /** `git`, `scmProvider`, … */
  readonly generator: string;
  /** A clause: `pull requests are only known to their provider`. */
  readonly reason: string;
}

/** What an ApplicationSet is expanded against. */
export interface ExpansionScope {
  readonly repository: RepositoryView;
  /** The clusters that its Argo CD knows by their Secrets. */
  readonly clusters: readonly RegisteredCluster[];
}

/**
 * The Applications of an ApplicationSet, as Argo CD 3.4 generates them: of lists, of folders and files of this
 * repository, of registered clusters, and of matrices and merges of those. Never throws, whatever the object is.
 */
export function expandApplicationSet(
  set: LocatedObject,
  { repository, clusters }: ExpansionScope,
): Expansion {
  const applications: LocatedObject[] = [];
  const problems: ExpansionProblem[] = [];
  const notExpanded: NotExpanded[] = [];
  const attempt = (field: string, generator: string, work: () => void): void => {
    try {
      work();
    } catch (thrown) {
      if (thrown instanceof Refused) problems.push({ field, clause: thrown.message });
      else if (thrown instanceof NotRendered) notExpanded.push({ field, generator, reason: thrown.message });
      else throw thrown;
    }
  };
  attempt('/spec/goTemplateOptions', 'goTemplate', () => {
    const renderer = rendererOf(set.object);
    const scope: GeneratorScope = { renderer, repository, clusters };
    for (const [field, generator] of generatorsOf(set.object)) {
      const kind = generatorKind(generator) ?? 'unknown';
      attempt(field, kind, () => {
        const template = templateOf(set.object, fieldAt(generator, kind, 'template'));
        for (const parameters of parametersOf(generator, scope))
          attempt(field, kind, () => {
            applications.push({ ...set, object: applicationOf(set.object, template, parameters, renderer) });
          });
      });
    }
  });
  return { applications, problems: distinct(problems), notExpanded: distinct(notExpanded) };
}

/** The template of a generator, where it has one, filled up with that of the set. */
function templateOf(set: unknown, own: unknown): Readonly<Record<string, unknown>> {
  const template = recordAt(set, 'spec', 'template');
  return isRecord(own) ? fillIn(own, template) : template;
}

function applicationOf(
  set: unknown,
  template: Readonly<Record<string, unknown>>,
  parameters: Parameters,
  renderer: Renderer,
): KubernetesObject {
  const isRendered = Object.keys(parameters).length > 0;
  const rendered = isRendered ? recordAt({ it: renderer.deep(template, parameters) }, 'it') : template;
  const finalizers = listAt(rendered, 'metadata', 'finalizers');
  const preserves = fieldAt(set, 'spec', 'syncPolicy', 'preserveResourcesOnDeletion') === true;
  const plain = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      ...recordAt(rendered, 'metadata'),
      ...(isRendered && !preserves && finalizers.length === 0 ? { finalizers: [resourcesFinalizer] } : {}),
    },
    spec: recordAt(rendered, 'spec'),
  };
  const patch = textAt(set, 'spec', 'templatePatch');
  const application = patch === undefined ? plain : patched(plain, renderer.text(patch, parameters));
  const { namespace: _, ...metadata } = recordAt(application, 'metadata');
  const namespace = textAt(set, 'metadata', 'namespace');
  return {
    ...application,
    metadata: { name: '', ...metadata, ...(namespace === undefined ? {} : { namespace }) },
  } as KubernetesObject;
}

const resourcesFinalizer = 'resources-finalizer.argocd.argoproj.io';

function distinct<One>(all: readonly One[]): readonly One[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
