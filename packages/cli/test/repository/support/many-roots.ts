import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How many overlays share a base. */
const overlaysOfBase = 50;

/**
 * Writes a repository with so many overlays of a few bases, a root for each, and returns how many of them have a mistake:
 * every hundredth one patches a field that no Deployment has.
 */
export function writeRoots(folder: string, count: number): number {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  let mistakes = 0;
  for (let index = 0; index < count; index += 1) {
    const base = `base-${Math.floor(index / overlaysOfBase)}`;
    if (index % overlaysOfBase === 0) writeBase(write, base);
    const isWrong = index % 100 === 99;
    if (isWrong) mistakes += 1;
    const name = `team-${index % 20}/app-${index}`;
    write(
      `overlays/${name}/kustomization.yaml`,
      `namespace: app-${index}\nresources: [../../../bases/${base}]\npatches: [{path: patch.yaml}]\n`,
    );
    write(
      `overlays/${name}/patch.yaml`,
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {${isWrong ? 'replica' : 'replicas'}: 2}\n`,
    );
  }
  return mistakes;
}

function writeBase(write: (path: string, text: string) => void, name: string): void {
  const folder = `bases/${name}`;
  write(`${folder}/kustomization.yaml`, 'resources: [deployment.yaml, service.yaml]\n');
  write(
    `${folder}/deployment.yaml`,
    `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      containers:
        - name: web
          image: registry.example/${name}:1.0.0
          ports: [{containerPort: 8080}]
`,
  );
  write(
    `${folder}/service.yaml`,
    `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: ${name}}
  ports: [{port: 80, targetPort: 8080}]
`,
  );
}
