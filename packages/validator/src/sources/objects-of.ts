import type { Explanation } from '@seatrial/compiler';
import { isRecord } from '../json/is-record.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { SourceDocument, SourceObject } from './source-text.ts';

export const notAnObject: Explanation = {
  code: 'SEA3217',
  title: 'A document or an item of a List is no object',
  meaning:
    'Every document of a manifest is a mapping with apiVersion, kind and metadata, and every item of a List is one too. kustomize refuses anything ' +
    'else; other tools skip it without a word, and what was meant never reaches the cluster.',
  fix: 'Write an object, or take the entry out.',
};

/** Something that should be an object, and where. */
export interface NoObject {
  readonly document: SourceDocument;
  readonly pointer: string;
  readonly sentence: string;
  readonly hint: string;
}

/** The objects of a document, Lists written out as kustomize does: any kind that ends with List and has `items`. */
export function objectsOf(document: SourceDocument): {
  readonly objects: readonly SourceObject[];
  readonly wrong: readonly NoObject[];
} {
  const objects: SourceObject[] = [];
  const wrong: NoObject[] = [];
  const add = (value: unknown, pointer: string): void => {
    if (!isRecord(value)) {
      wrong.push({ document, pointer, ...noObject(value, pointer) });
      return;
    }
    // kustomize passes over an empty mapping as it does over an empty document.
    if (Object.keys(value).length === 0) return;
    if (!isList(value)) {
      objects.push({
        object: value,
        document,
        pointer,
        locate: (field) => document.locate(`${pointer}${field}`),
      });
      return;
    }
    const below = appendPointer(pointer, 'items');
    const { items, kind } = value;
    if (Array.isArray(items))
      for (const [index, item] of items.entries()) add(item, appendPointer(below, index));
    else if (items !== null) {
      wrong.push({
        document,
        pointer: below,
        sentence: `The items of the ${String(kind)} are ${nameOf(items)}, not a list, so nothing of it is applied.`,
        hint: 'Begin each item with a dash.',
      });
    }
  };
  add(document.value, '');
  return { objects, wrong };
}

function isList(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value['kind'] === 'string' && value['kind'].endsWith('List') && Object.hasOwn(value, 'items');
}

function noObject(value: unknown, pointer: string): Pick<NoObject, 'sentence' | 'hint'> {
  const what = nameOf(value);
  return pointer === ''
    ? {
        sentence: `The document is ${what}, where an object is expected.`,
        hint: 'Write a mapping with apiVersion, kind and metadata.',
      }
    : {
        sentence: `The item ${pointer.slice(pointer.lastIndexOf('/') + 1)} of the List is ${what}, not an object.`,
        hint: 'Write an object, or take the item out; items count from 0.',
      };
}

function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a mapping';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'a boolean';
}
