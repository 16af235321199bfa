import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesMinors, localPrograms, recipes, type Recipe } from '@seatrial/guests';
import { expect, test } from 'vitest';
import { recipeDigest } from '../../src/cache/engine-entry.ts';

const goMod = ({ folder }: Recipe): string => readFileSync(join(folder, 'go.mod'), 'utf8');

/** `[module, version]` of everything that a `go.mod` requires. */
function pinned(recipe: Recipe): readonly (readonly [string, string])[] {
  return [...goMod(recipe).matchAll(/^(?:require )?\s*(\S+\.\S+\/\S+) (v\S+)/gm)].map(
    ([, module = '', version = '']) => [module, version] as const,
  );
}

test('each recipe has the name that it is found by', () => {
  for (const [name, recipe] of Object.entries(recipes)) expect(recipe.name).toBe(name);
});

test.each(Object.values(localPrograms).filter(({ name }) => name !== 'probe'))(
  'the version of $name is the one that its go.mod pins, and so is every version that it is told',
  (recipe) => {
    const modules = pinned(recipe);
    const own =
      recipe.package === '.'
        ? modules[0]
        : modules
            .filter(([module]) => recipe.package === module || recipe.package.startsWith(`${module}/`))
            .sort(([a], [b]) => b.length - a.length)[0];
    expect(own?.[1]).toBe(recipe.version);
    const told = Object.entries(recipe.variables).filter(([variable]) => /(v|V)ersion$/.test(variable));
    for (const [, value] of told) expect(recipe.version).toBe(`v${value.replace(/^v/, '')}`);
    if (recipe.files !== undefined) expect(modules.map(([module]) => module)).toContain(recipe.files.module);
  },
);

test('every minor version of Kubernetes has the three programs of a control plane, which say which one they are', () => {
  expect(kubernetesMinors.length).toBeGreaterThan(0);
  for (const minor of kubernetesMinors) {
    for (const name of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const) {
      const { version, variables } = recipes[`${name}-${minor}`];
      expect(version).toMatch(new RegExp(`^v${minor.replace('.', '\\.')}\\.\\d+$`));
      expect(
        `${variables['k8s.io/component-base/version.gitMajor']}.${variables['k8s.io/component-base/version.gitMinor']}`,
      ).toBe(minor);
    }
  }
});

test('how long a build takes is no part of what is built', () => {
  const { argocd } = recipes;
  expect(recipeDigest({ ...argocd, seconds: 1 })).toBe(recipeDigest(argocd));
  expect(recipeDigest({ ...argocd, package: 'elsewhere' })).not.toBe(recipeDigest(argocd));
});
