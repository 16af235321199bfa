import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { readSource } from '../../../validator/src/sources/read-source.ts';
import { stableJson } from '../../../validator/src/json/stable-json.ts';
import { buildRoots } from '../../src/kustomize/kustomize-builder.ts';
import { mergingSpecText, specText } from './support/yaml-texts.ts';
const seed = Number(process.argv[2]);
const gen = process.argv[3] === 'spec' ? specText : mergingSpecText;
const root = '/tmp/fz3';
rmSync(root, { recursive: true, force: true });
const cases = new Map<string, string>();
for (const [i, t] of fc.sample(gen, { numRuns: Number(process.argv[4] ?? 6000), seed }).entries()) {
  const d = `${root}/${i}`;
  mkdirSync(d, { recursive: true });
  const s = `apiVersion: v1\nkind: K\nmetadata:\n  name: x\nspec:\n${t}`;
  writeFileSync(`${d}/f.yaml`, s);
  writeFileSync(`${d}/kustomization.yaml`, 'resources: [f.yaml]\n');
  cases.set(d, s);
}
const bad: string[] = [];
let ok = 0;
for await (const b of buildRoots(cases.keys())) {
  const s = cases.get(b.root)!;
  const r = readSource('f', new TextEncoder().encode(s));
  if (r.findings.some((f) => f.severity === 'error' || /SEA3221|SEA3202/.test(f.code))) continue;
  if ('error' in b) {
    if (!/missing (kind|metadata|Resource)/.test(b.error)) bad.push(b.error.slice(-150) + '\n' + s);
    continue;
  }
  const A = r.objects.map((o) => stableJson(o.object)).join(),
    B = b.objects.map((o) => stableJson(o)).join();
  if (A !== B) bad.push(A + '\n' + B + '\n' + s);
  else ok++;
}
bad.sort((a, b) => a.length - b.length);
console.log(ok, bad.length);
for (const b of bad.slice(0, 3)) console.log('====\n' + b);
