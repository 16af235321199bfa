import type { Finding } from '../../findings/finding.ts';
import type { ResolvedApplication } from '../../resolved/application.ts';
import type { InstanceScope } from './instance-scope.ts';

/** Orders between applications that the waves of this Argo CD's root cannot keep. */
export function orderFindings(scope: InstanceScope): Finding[] {
  return scope.applications.flatMap((application) =>
    application.after.flatMap((first) => orderFinding(scope, application, first) ?? []),
  );
}

function orderFinding(
  scope: InstanceScope,
  { name }: ResolvedApplication,
  first: string,
): Finding | undefined {
  const place = { fleet: scope.fleet.name, application: name, model: ['applications', name, 'after'] };
  const generating = scope.setOf.get(first);
  if (!scope.applications.some((application) => application.name === first)) {
    return {
      code: 'SEA2006',
      severity: 'warning',
      sentence: `${name} waits for ${first}, but the Argo CD on ${scope.instance.cluster} does not sync ${first}, so there it does not wait.`,
      hint: `Place ${first} there too, or take it out of "after".`,
      place: { ...place, cluster: scope.instance.cluster },
    };
  }
  if (generating === undefined) return undefined;
  if (generating === scope.setOf.get(name)) {
    return {
      code: 'SEA2002',
      severity: 'error',
      sentence: `${name} waits for ${first}, but the ApplicationSet ${generating.name} generates both at once.`,
      hint: `Take ${first} out of the ApplicationSet ${generating.name}, so that it is an Application of its own.`,
      place,
    };
  }
  return {
    code: 'SEA2001',
    severity: 'error',
    sentence: `${name} waits for ${first}, but the ApplicationSet ${generating.name} is healthy before the Application of ${first} that it generates is.`,
    hint: `Take ${first} out of the ApplicationSet ${generating.name}, so that it is an Application of its own.`,
    place,
  };
}
