import type { ImageField } from './kustomization.ts';

export interface ImageName {
  readonly name: string;
  /** Empty when absent. */
  readonly tag: string;
  /** Empty when absent, otherwise with its algorithm: `sha256:…`. */
  readonly digest: string;
}

/** An image reference in its parts, cut where kustomize cuts it (api/internal/image, Split). */
export function splitImage(image: string): ImageName {
  const slash = Math.max(image.indexOf('/'), 0);
  const at = image.indexOf('@', slash);
  const colon = image.indexOf(':', slash);
  if (at >= 0 && (colon < 0 || at < colon))
    return { name: image.slice(0, at), tag: '', digest: image.slice(at + 1) };
  if (colon < 0) return { name: image, tag: '', digest: '' };
  const end = at < 0 ? image.length : at;
  return {
    name: image.slice(0, colon),
    tag: image.slice(colon + 1, end),
    digest: at < 0 ? '' : image.slice(at + 1),
  };
}

/** What a kustomize `images:` entry makes of an image reference. Its name is a regular expression: a dot matches anything. */
export function replaceImage(image: string, entry: ImageField): string {
  if (!matcher(entry.name).test(image)) return image;
  const old = splitImage(image);
  const replaced = entry.newTag !== undefined || entry.digest !== undefined;
  const tag = replaced ? (entry.newTag ?? '') : old.tag;
  const digest = replaced ? (entry.digest ?? '') : old.digest;
  return `${entry.newName ?? old.name}${tag && `:${tag}`}${digest && `@${digest}`}`;
}

/** The `images:` entry that turns one reference into another, or undefined when none can. */
export function imageEntry(from: string, to: string): ImageField | undefined {
  const [old, wanted] = [splitImage(from), splitImage(to)];
  if (!/^[\w./:-]+$/.test(old.name)) return undefined;
  const sameVersion = old.tag === wanted.tag && old.digest === wanted.digest;
  const entry: ImageField = {
    name: old.name,
    ...(wanted.name !== old.name && { newName: wanted.name }),
    ...(!sameVersion && wanted.tag !== '' && { newTag: wanted.tag }),
    ...(!sameVersion && wanted.digest !== '' && { digest: wanted.digest }),
  };
  return replaceImage(from, entry) === to ? entry : undefined;
}

const matchers = new Map<string, RegExp>();

function matcher(name: string): RegExp {
  const known = matchers.get(name);
  if (known !== undefined) return known;
  const made = new RegExp(`^${name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`);
  matchers.set(name, made);
  return made;
}
