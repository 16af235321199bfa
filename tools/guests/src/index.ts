export { recipes, type Recipe, type RecipeName } from './recipes.ts';
