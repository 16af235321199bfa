import { fieldName } from '../json/field-name.ts';
import { isRecord } from '../json/is-record.ts';
import { appendPointer } from '../json/json-pointer.ts';

/**
 * A field of an object, also one that is not there, and where it stands. Every question has an answer whatever the
 * value is: a list that is no list has no items, a text that is no text is undefined. Null counts as not there, as an
 * API server decodes it.
 */
export class Field {
  readonly value: unknown;
  readonly #parent: Field | undefined;
  readonly #key: string | number;

  constructor(value: unknown, parent?: Field, key: string | number = '') {
    this.value = value;
    this.#parent = parent;
    this.#key = key;
  }

  at(key: string, ...keys: readonly string[]): Field {
    const { value } = this;
    const field = new Field(isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined, this, key);
    const [next, ...rest] = keys;
    return next === undefined ? field : field.at(next, ...rest);
  }

  get items(): readonly Field[] {
    return Array.isArray(this.value) ? this.value.map((item, index) => new Field(item, this, index)) : none;
  }

  /** The fields of an object with open keys. */
  get entries(): readonly (readonly [key: string, field: Field])[] {
    if (!isRecord(this.value)) return none;
    return Object.entries(this.value).map(([key, value]) => [key, new Field(value, this, key)] as const);
  }

  get isSet(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether there is nothing in it: not set, an empty text, list or object. */
  get isEmpty(): boolean {
    const { value } = this;
    if (value === undefined || value === null || value === '') return true;
    return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** The texts of a list of texts; others are passed over. */
  get texts(): readonly string[] {
    return Array.isArray(this.value) ? this.value.filter((item) => typeof item === 'string') : none;
  }

  get pointer(): string {
    return this.#parent === undefined ? '' : appendPointer(this.#parent.pointer, this.#key);
  }

  /** As people write it: `spec.containers[0].image`. */
  get name(): string {
    return fieldName(this.pointer);
  }
}

const none: readonly never[] = [];
