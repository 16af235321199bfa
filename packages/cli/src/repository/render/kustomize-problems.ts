import { posix } from 'node:path';
import type { Finding } from '@seatrial/compiler';
import { isLocked } from '../files/read-bytes.ts';
import type { Repository } from '../files/repository.ts';
import { isError } from '../findings/finding-at.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { Kustomization } from '../kustomizations/kustomization.ts';
import { titleOf, type KustomizeContent } from './content.ts';
import { kustomizationFindings } from './kustomization-findings.ts';
import type { NotRendered } from './rendered.ts';

/** What is known of a kustomize folder before kustomize sees it. */
export interface KustomizeProblems {
  readonly findings: readonly Finding[];
  /** Present: kustomize would only fail, or must not see it. */
  readonly notRendered?: NotRendered;
  /** Whether kustomize may build it all the same, and can be asked without danger. */
  readonly isDoubtful?: boolean;
}

/** Looks at kustomizations and their files, each once, however many roots are made of them. */
export function problemReader(
  repository: Repository,
  graph: KustomizationGraph,
): (content: KustomizeContent) => KustomizeProblems {
  const known = new Map<string, readonly Finding[]>();
  const findingsOf = (one: Kustomization): readonly Finding[] => {
    const before = known.get(one.folder);
    if (before !== undefined) return before;
    const found = [
      ...kustomizationFindings(one, graph, repository),
      ...one.resources.filter(repository.hasFile).flatMap((path) => repository.source(path).findings),
      ...patchFiles(one)
        .filter(repository.hasFile)
        .flatMap((path) => repository.documents(path).findings),
    ];
    known.set(one.folder, found);
    return found;
  };
  return (content) => {
    const { folder, edit } = content;
    const created = edit?.create ?? [];
    const reach = [
      folder,
      ...created.map((path) => posix.join(folder, path)).filter(repository.hasFolder),
    ].flatMap(graph.reach);
    const files = created.map((path) => posix.join(folder, path)).filter(repository.hasFile);
    const findings = [
      ...reach.flatMap(findingsOf),
      ...files.flatMap((path) => repository.source(path).findings),
    ];
    const read = [...reach.flatMap(({ resources, parts }) => [...resources, ...parts]), ...files];
    const locked = read.find((path) => isLocked(repository.text(path)));
    const reason = reasonOf(reach, findings, locked);
    if (reason === undefined) return { findings };
    return {
      findings,
      notRendered: { what: titleOf(content), ...reason },
      isDoubtful: reason.kind === 'broken' && findings.filter(isError).every(mayBeBuilt),
    };
  };
}

/** Parsers of YAML differ in what they bear: what go-yaml reads, kustomize and the engines read. */
export function isSyntaxDoubt({ code }: Finding): boolean {
  return code === 'SEA3203';
}

/** What is wrong with the text of a file may be no matter to kustomize; aliases and depth without end bring it down. */
function mayBeBuilt({ code }: Finding): boolean {
  return code.startsWith('SEA32') && code !== 'SEA3210' && code !== 'SEA3215';
}

function reasonOf(
  reach: readonly Kustomization[],
  findings: readonly Finding[],
  locked: string | undefined,
): Pick<NotRendered, 'kind' | 'reason'> | undefined {
  const broken = findings.find(isError)?.place.source;
  if (broken !== undefined)
    return {
      kind: 'broken',
      reason: `see ${broken.file}${broken.line === undefined ? '' : `:${broken.line}`}`,
    };
  if (locked !== undefined) return { kind: 'encrypted', reason: `git-crypt has locked ${locked}` };
  const remote = reach.flatMap(({ remotes }) => remotes)[0];
  if (remote !== undefined) return { kind: 'network', reason: `the network is needed: ${remote}` };
  const chart = reach.flatMap(({ charts }) => charts)[0];
  if (chart !== undefined) return { kind: 'helm', reason: `Helm chart ${chart} is not inflated here` };
  return undefined;
}

/** Parts that must be YAML; the input of a generator may be anything. */
function patchFiles({ fields, parts, folder }: Kustomization): readonly string[] {
  const inputs = new Set(
    ['configMapGenerator', 'secretGenerator']
      .flatMap((field) => (Array.isArray(fields[field]) ? (fields[field] as unknown[]) : []))
      .flatMap((generator) => JSON.stringify(generator).match(/[^"=\\]+/g) ?? [])
      .map((path) => posix.join(folder, path)),
  );
  return parts.filter((path) => /\.ya?ml$/.test(path) && !inputs.has(path));
}
