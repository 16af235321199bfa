import type { Format } from './format.ts';

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const underscoredLabel = '_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?';
const qualifiedPart = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

function matches(pattern: string): (text: string) => boolean {
  const expression = new RegExp(`^${pattern}$`);
  return (text) => expression.test(text);
}

/** What people write by mistake: capital letters, "_" and spaces. */
function inLowerCase(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s/]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
}

// Source of all of these: k8s.io/apimachinery, pkg/util/validation/validation.go.

/** `IsDNS1123Subdomain`. */
export const subdomain: Format = {
  what: 'a DNS subdomain: lower-case letters, digits, "-" and ".", with a letter or digit at both ends of each part',
  longest: 253,
  accepts: matches(`${label}(?:\\.${label})*`),
  mend: inLowerCase,
};

/** `IsValidSysctlName` (core validation). */
export const kernelSetting: Format = {
  what: 'a name such as net.core.somaxconn',
  longest: 253,
  accepts: matches('[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*'),
};

/** `IsDomainPrefixedPath`, as long as an IngressClass lets it be. */
export const domainPath: Format = {
  what: 'a DNS name, "/" and a path, such as example.com/ingress',
  longest: 250,
  accepts(text) {
    const slash = text.indexOf('/');
    return (
      slash > 0 &&
      subdomain.accepts(text.slice(0, slash)) &&
      /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(text.slice(slash + 1))
    );
  },
};

/** `IsDNS1123SubdomainWithUnderscore`. */
export const underscoredSubdomain: Format = {
  what: 'a DNS name: lower-case letters, digits, "-", "_" and ".", with a letter or digit at the end of each part',
  longest: 253,
  accepts: matches(`${underscoredLabel}(?:\\.${underscoredLabel})*`),
};

/** `ValidateCSIDriverName` (core validation): a subdomain, whatever its case, but short. */
export const storageDriver: Format = {
  what: subdomain.what,
  longest: 63,
  accepts: (text) => subdomain.accepts(text.toLowerCase()),
};

/** `IsDNS1123Label`. */
export const dnsLabel: Format = {
  what: 'a DNS label: lower-case letters, digits and "-", with a letter or digit at both ends',
  longest: 63,
  accepts: matches(label),
  mend: (text) => inLowerCase(text).replaceAll('.', '-'),
};

/** `IsDNS1035Label`. */
export const dnsLabelFromLetter: Format = {
  what: 'a DNS label: lower-case letters, digits and "-", with a letter first and a letter or digit last',
  longest: 63,
  accepts: matches('[a-z](?:[-a-z0-9]*[a-z0-9])?'),
  mend: (text) => inLowerCase(text).replaceAll('.', '-'),
};

/** `IsValidPathSegmentName` (pkg/api/validation/path/name.go): roles and their bindings have such names. */
export const pathSegment: Format = {
  what: 'a name without "/" and "%", other than "." and ".."',
  accepts: (text) => text !== '.' && text !== '..' && !/[/%]/.test(text),
  mend: (text) => text.replaceAll(/[/%]/g, '-'),
};

/** `IsWildcardDNS1123Subdomain`. */
export const wildcardSubdomain: Format = {
  what: '"*." and a DNS subdomain, such as *.example.com',
  longest: 253,
  accepts: matches(`\\*\\.${label}(?:\\.${label})*`),
};

const subdomainPrefix = matches(`${label}(?:\\.${label})*`);
const namePart = matches(qualifiedPart);

/** `IsQualifiedName`: the key of a label. */
export const qualifiedName: Format = {
  what: 'a name of at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, and if need be a DNS subdomain and "/" before it',
  accepts(text) {
    const parts = text.split('/');
    const name = parts.at(-1) ?? '';
    if (parts.length > 2 || name.length > 63 || !namePart(name)) return false;
    return parts.length === 1 || ((parts[0]?.length ?? 0) <= 253 && subdomainPrefix(parts[0] ?? ''));
  },
};

/** `ValidateAnnotations` (pkg/api/validation/objectmeta.go): as a label's key, whatever the case of the prefix. */
export const annotationKey: Format = {
  ...qualifiedName,
  accepts: (text) => qualifiedName.accepts(text.toLowerCase()),
};

/** `IsValidLabelValue`. */
export const labelValue: Format = {
  what: 'empty, or letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  longest: 63,
  accepts: (text) => text === '' || namePart(text),
  mend: (text) =>
    text
      .trim()
      .replaceAll(/[^-A-Za-z0-9_.]+/g, '-')
      .replaceAll(/^[-_.]+|[-_.]+$/g, ''),
};

/** `IsConfigMapKey`. */
export const configKey: Format = {
  what: 'letters, digits, "-", "_" and ".", and must not begin with ".."',
  longest: 253,
  accepts: (text) => /^[-._a-zA-Z0-9]+$/.test(text) && text !== '.' && !text.startsWith('..'),
  mend: (text) => text.replaceAll(/[^-._a-zA-Z0-9]+/g, '-'),
};

/** `IsValidPortName`: an IANA service name. */
export const portName: Format = {
  what: 'lower-case letters, digits and "-", at least one of them a letter, with no "-" at an end or beside another',
  longest: 15,
  accepts: (text) => /^[-a-z0-9]+$/.test(text) && /[a-z]/.test(text) && !/--|^-|-$/.test(text),
  mend: (text) => inLowerCase(text).replaceAll('.', '-').slice(0, 15),
};

/** `IsEnvVarName`: up to Kubernetes 1.31. */
export const strictEnvironmentName: Format = {
  what: 'letters, digits, "_", "-" and ".", with no digit first and not beginning with ".."',
  accepts: (text) => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && text !== '.' && !text.startsWith('..'),
};

/** `IsRelaxedEnvVarName`: from Kubernetes 1.32. */
export const environmentName: Format = {
  what: 'printable ASCII characters other than "="',
  accepts: (text) => /^[\x20-\x3c\x3e-\x7e]+$/.test(text),
};
