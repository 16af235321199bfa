export type { Recipe } from './recipe.ts';
export { recipes, type RecipeName } from './recipes.ts';
export { kubernetesMinors, localPrograms, type LocalProgramName } from './local-programs.ts';
