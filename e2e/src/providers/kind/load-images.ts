import type { ContainerEngine } from './container-engine.ts';

/** Puts images that this machine holds onto the nodes of a kind cluster; others are pulled by the nodes themselves. */
export async function loadHeldImages(
  engine: ContainerEngine,
  images: readonly string[],
  kindName: string,
): Promise<void> {
  const held: string[] = [];
  for (const image of images) {
    const found = await engine.run(['images', '--quiet', image]);
    if (found !== '') held.push(image);
  }
  if (held.length > 0) await engine.kind(['load', 'docker-image', ...held, '--name', kindName]);
}
