import { reviewPolicies, kindIndex } from '@seatrial/validator';
import { denyLatestTag, requiredLabels } from '@seatrial/policies';
import { setView } from './src/rendered/set-view.ts';
import { regoCompiler } from './test/policies/support/rego-compiler.ts';
const objects: unknown[] = [];
const clusters = 100;
const policyObjects = [...Object.values(denyLatestTag.objects({ a: {} })), ...Object.values(requiredLabels.objects({ b: { parameters: { labels: [{ key: 'owner' }] }, match: { kinds: [{ apiGroups: ['*'], kinds: ['*'] }] } } }))];
for (const [i, o] of policyObjects.entries()) (o as any).metadata = { name: `c${i}`, ...(o as any).metadata };
const located: any[] = [];
for (let c = 0; c < clusters; c++) {
  for (const object of policyObjects) located.push({ object, place: { cluster: `c${c}` } });
  for (let i = 0; i < 100; i++) located.push({ object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `api-${c}-${i}`, namespace: 'shop', labels: { app: 'x', owner: 'y' } }, spec: { replicas: 2, selector: { matchLabels: { app: 'x' } }, template: { metadata: { labels: { app: 'x', owner: 'me' } }, spec: { containers: [{ name: 'app', image: `registry.example/shop/api:1.${i}`, ports: [{ containerPort: 8080 }], env: [{ name: 'A', value: 'b' }, { name: 'C', value: 'd' }], resources: { requests: { cpu: '100m', memory: '128Mi' } } }] } } } }, place: { cluster: `c${c}` } });
}
const set = { clusters: Array.from({ length: clusters }, (_, c) => ({ name: `c${c}`, kubernetes: '1.29.15', kinds: kindIndex([]), complete: true, unrendered: [] })), objects: located, units: [], repository: {} } as any;
await regoCompiler.compile([...new Set(policyObjects.filter((o: any) => o.kind === 'ConstraintTemplate'))].map((t: any) => ({ rego: t.spec.targets[0].code[0].source.rego, libs: t.spec.targets[0].code[0].source.libs ?? [], version: t.spec.targets[0].code[0].source.version === 'v1' ? 'v1' as const : 'v0' as const })));
const store = new Map<string, unknown>();
const results = { get: (k: string) => store.get(k), put: (k: string, v: unknown) => void store.set(k, v) };
for (const label of ['cold', 'stored', 'stored again']) {
  const fresh = structuredClone(set.objects);
  const view = setView({ ...set, objects: fresh });
  const t = performance.now();
  const r = await reviewPolicies(view, regoCompiler, results);
  if (label === 'cold') console.log(r.findings[0], r.notChecked[0]); console.log(label, Math.round(performance.now() - t), 'ms', r.findings.length, store.size, r.coverage[0]);
}
