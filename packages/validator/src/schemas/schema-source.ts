/** Where schema texts come from: read one by one, when an object needs them. */
export interface SchemaSource {
  /** The text of the schema with this digest. Rejects with an Error in one sentence when it cannot be read. */
  read(digest: string): Promise<string>;
}

/** A source over texts in memory, for bundles that were just made. The first bundle that has a digest answers. */
export function schemasInMemory(
  ...bundles: readonly { readonly schemas: Readonly<Record<string, string>> }[]
): SchemaSource {
  return {
    read(digest) {
      const text = bundles.map(({ schemas }) => schemas[digest]).find((found) => found !== undefined);
      return text === undefined
        ? Promise.reject(new Error(`No schema ${digest} was prepared.`))
        : Promise.resolve(text);
    },
  };
}
