import type { SetCheck } from '../check/check.ts';
import { listAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { destinationOf } from './destination.ts';
import { appliedObjects } from './permitted-objects.ts';
import { permitsKind } from './project.ts';

export const aProjectPermitsEveryKind: SetCheck = {
  rule: 'The project of an Application permits every kind that it applies',
  explanation: {
    code: 'SEA3505',
    title: 'A project does not permit a kind that its Application applies',
    meaning:
      'A cluster-scoped kind needs an entry in clusterResourceWhitelist, a namespaced one an entry in namespaceResourceWhitelist where that is there, and neither may be in the blacklist. With CreateNamespace=true that counts for the kind Namespace too. Argo CD fails the whole sync otherwise.',
    fix: 'Add the group and the kind to the list of the AppProject that the finding names.',
  },
  run(view, say) {
    for (const { application, own, objects } of appliedObjects(view, say)) {
      const said = new Set<string>();
      const refused = new Map<string, boolean>();
      const refuses = (kind: { group: string; kind: string; name: string }, namespaced: boolean): boolean => {
        // Only an entry for a cluster-scoped kind may have a name in it.
        const key = `${kind.group}/${kind.kind}/${namespaced ? '' : `/${kind.name}`}`;
        const answer =
          refused.get(key) ?? !own.projects.some(({ object }) => permitsKind(object, kind, namespaced));
        refused.set(key, answer);
        return answer;
      };
      for (const { located, namespaced, ...object } of objects) {
        const shown = object.group === '' ? object.kind : `${object.group}/${object.kind}`;
        if (said.has(shown)) continue;
        if (namespaced === undefined) {
          said.add(shown);
          say.unknown(
            placeOf(located),
            `it is not known whether ${shown} is of a namespace or of the cluster`,
          );
        } else if (refuses(object, namespaced)) {
          said.add(shown);
          const list = namespaced ? 'namespaceResourceWhitelist' : 'clusterResourceWhitelist';
          say.wrong(placeOf(located), {
            severity: own.severity,
            sentence: `The project ${own.name} does not permit ${shown}, and the Application ${application.name} applies ${object.name}.`,
            hint: `Add group "${object.group}", kind ${object.kind} to spec.${list} of the AppProject ${own.name}, or take it off the blacklist.`,
          });
        }
      }
      const { namespace } = destinationOf(application.located.object);
      const options = listAt(application.located.object, 'spec', 'syncPolicy', 'syncOptions');
      if (!options.includes('CreateNamespace=true') || namespace === '') continue;
      const brought = objects.some(
        ({ group, kind, name }) => group === '' && kind === 'Namespace' && name === namespace,
      );
      if (brought || !refuses({ group: '', kind: 'Namespace', name: namespace }, false)) continue;
      say.wrong(placeOf(application.located, '/spec/syncPolicy/syncOptions'), {
        severity: own.severity,
        sentence: `The project ${own.name} does not permit Namespace, and the Application ${application.name} creates ${namespace} with CreateNamespace=true.`,
        hint: `Add group "", kind Namespace to spec.clusterResourceWhitelist of the AppProject ${own.name}, or make the namespace elsewhere.`,
      });
    }
  },
};
