import type { Content } from '../../json/content.ts';
import { digestOf } from '../../json/digest.ts';
import type { PolicySubject } from './policy-subject.ts';

/** `data.inventory` of a cluster, by the kinds that a policy looks up in it; `*` stands for all. */
export type Inventory = (kinds: readonly string[]) => Content;

type Tree = Map<string, Tree | string>;

/**
 * `cluster[apiVersion][kind][name]` and `namespace[namespace][apiVersion][kind][name]`, made for each list of kinds once.
 * Source: Gatekeeper 3.23.1, pkg/target/target.go (processUnstructured).
 */
export function inventoryOf(subjects: readonly PolicySubject[]): Inventory {
  const made = new Map<string, Content>();
  return (kinds) => {
    const key = kinds.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const json = inventoryJson(
      kinds.includes('*') ? subjects : subjects.filter(({ subject }) => kinds.includes(subject.kind)),
    );
    const content = { json, digest: digestOf(json) };
    made.set(key, content);
    return content;
  };
}

function inventoryJson(subjects: readonly PolicySubject[]): string {
  const tree: Tree = new Map([
    ['cluster', new Map()],
    ['namespace', new Map()],
  ]);
  for (const { subject, content } of subjects) {
    const { group, version, kind, name, namespace } = subject;
    const place = namespace === '' ? ['cluster'] : ['namespace', namespace];
    const apiVersion = group === '' ? version : `${group}/${version}`;
    let node = tree;
    for (const key of [...place, apiVersion, kind]) {
      const next = node.get(key);
      if (next instanceof Map) node = next;
      else {
        const made: Tree = new Map();
        node.set(key, made);
        node = made;
      }
    }
    node.set(name, content.json);
  }
  return textOf(tree);
}

function textOf(node: Tree | string): string {
  if (typeof node === 'string') return node;
  const fields = [...node]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${textOf(value)}`);
  return `{${fields.join(',')}}`;
}
