import { everywhere } from './places.ts';

/**
 * An image by its name; releases/prod.yaml says which version of it runs. CI pushes to the registry in the hub's
 * region, so that losing the active region does not also take the images that its standby has to start.
 */
export function image(name: 'backend' | 'frontend' | 'worker'): string {
  return `${everywhere.ecr_registry}/luneo/${name}`;
}
