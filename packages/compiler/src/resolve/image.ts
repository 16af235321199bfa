import type { Context } from './context.ts';

export interface ImageParts {
  readonly name: string;
  /** `:1.4.2`, `@sha256:…` or both, with their signs; empty when there is none. */
  readonly version: string;
}

/** Splits an image reference after its name; a port in the registry's host is not a tag. */
export function imageParts(image: string): ImageParts {
  const digest = image.indexOf('@');
  const end = digest === -1 ? image.length : digest;
  const tag = image.indexOf(':', image.lastIndexOf('/', end - 1) + 1);
  const split = tag === -1 || tag > end ? end : tag;
  return { name: image.slice(0, split), version: image.slice(split) };
}

function versionSuffix(version: string): string {
  return version.startsWith('sha256:') ? `@${version}` : `:${version}`;
}

/** The image with its version: the model's, else the environment's. A base keeps an image without one. */
export function resolveImage(image: string, context: Context, path: readonly string[]): string {
  const { name, version } = imageParts(image);
  if (version !== '' || context.environment === undefined) return image;
  const known = context.versions?.images?.[name];
  if (known !== undefined) return name + versionSuffix(known);
  context.report({
    code: 'SEA1008',
    sentence: `image ${name} has no version in environment ${context.environment}`,
    hint:
      context.versionsPath === undefined
        ? `write a tag or digest behind it, or name a versions file in environments.${context.environment}.versions`
        : `add "${name}" under images in ${context.versionsPath}`,
    path: [...path, 'image'],
  });
  return image;
}
