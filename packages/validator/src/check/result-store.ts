/** Answers of earlier runs by key. A key covers everything that its answer follows from, so an entry never goes stale. */
export interface ResultStore {
  get(key: string): unknown;
  /** @param answer plain JSON */
  put(key: string, answer: unknown): void;
}
