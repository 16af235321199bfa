import type { ClusterCheck } from '../check/check.ts';
import { called, inNamespace } from './lookup/identity.ts';
import { sayMissing } from './lookup/say-missing.ts';
import { suggestion } from './lookup/suggestion.ts';
import { referencesOf, type LocatedReference } from './configuration/all-references.ts';
import { configurationsOf, type Configurations } from './configuration/configurations.ts';

export const aConfigMapOrSecretIsThere: ClusterCheck = {
  rule: 'A ConfigMap or Secret that something reads is there',
  explanation: {
    code: 'SEA3401',
    title: 'A ConfigMap or Secret is missing',
    meaning:
      'An object reads a ConfigMap or Secret that nothing in its namespace is or makes: no object, no ExternalSecret, SealedSecret or Certificate. ' +
      'A pod waits for it with CreateContainerConfigError or FailedMount and never starts.',
    fix: 'Correct the name, or add what makes it. Where the pod runs well without it, write optional: true. If a person makes it by hand, suppress the finding with that reason.',
  },
  run(cluster, say) {
    const configurations = configurationsOf(cluster);
    const told = new Map<LocatedReference['by'], Set<string>>();
    for (const reference of referencesOf(cluster)) {
      const { by, field, kind, name, namespace, isOptional } = reference;
      if (isOptional || configurations.find(kind, namespace, name) !== undefined) continue;
      const ofObject = told.get(by) ?? new Set();
      told.set(by, ofObject);
      if (ofObject.has(`${kind} ${name}`)) continue;
      ofObject.add(`${kind} ${name}`);
      sayMissing(
        cluster,
        say,
        { by, field, kind, namespace, name },
        {
          sentence: `${called(by)} reads ${kind} ${name}, and nothing${inNamespace(namespace)} makes it.`,
          hint: hintFor(reference, configurations),
        },
      );
    }
  },
};

function hintFor({ kind, name, namespace }: LocatedReference, configurations: Configurations): string {
  const [elsewhere] = configurations.namespaces(kind, name);
  if (elsewhere !== undefined && namespace !== undefined)
    return `Make it in ${namespace} too: the one in ${elsewhere} can only be read there.`;
  const wayOut =
    kind === 'Secret'
      ? 'Add what makes it (an ExternalSecret, for example), or write optional: true where that is true.'
      : 'Add it, or write optional: true where that is true.';
  return suggestion(name, configurations.names(kind, namespace), wayOut);
}
