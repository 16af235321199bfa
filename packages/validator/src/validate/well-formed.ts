const label = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const apiVersionPattern = new RegExp(`^(${label}(\\.${label})*/)?[a-z]([-a-z0-9]{0,61}[a-z0-9])?$`);
const kindPattern = /^[A-Z][A-Za-z0-9]{0,62}$/;
/** A definition may name its kind in lower case, and with dashes. */
const customKindPattern = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const customGroup = /^(?!.*\.k8s\.io\/)[^/]*\.[^/]*\//;

/**
 * What is wrong with the form of an object's `apiVersion` or `kind`, as one sentence and the field; undefined when
 * both are well formed. Checked before they are used for anything, so that `../x` never gets near a path.
 * Source: Kubernetes validates groups as DNS-1123 subdomains, versions as DNS-1035 labels; kinds are CamelCase.
 */
export function malformed(
  apiVersion: unknown,
  kind: unknown,
): { readonly field: string; readonly sentence: string } | undefined {
  if (typeof apiVersion !== 'string' || !apiVersionPattern.test(apiVersion)) {
    return {
      field: '/apiVersion',
      sentence: `The apiVersion ${shown(apiVersion)} is not a "version" or "group/version".`,
    };
  }
  if (
    typeof kind !== 'string' ||
    !(customGroup.test(apiVersion) ? customKindPattern : kindPattern).test(kind)
  ) {
    return {
      field: '/kind',
      sentence: `The kind ${shown(kind)} is not a name in CamelCase, such as Deployment.`,
    };
  }
  return undefined;
}

function shown(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value).slice(0, 100);
}
