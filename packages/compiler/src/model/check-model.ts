import type { Finding } from '../findings/finding.ts';
import { ModelError } from '../findings/model-error.ts';
import { didYouMean } from '../findings/nearest.ts';
import { isRecord } from '../objects/merge-patch.ts';
import { componentKinds } from './application.ts';
import { fleetSchema, type FleetModel } from './fleet.ts';
import { checkSchema } from './schema-problems.ts';
import { versionsFileSchema, type VersionsFile } from './versions.ts';

type Report = (code: string, path: readonly string[], sentence: string, hint: string) => void;

function checkNames(
  names: readonly string[],
  known: readonly string[],
  what: string,
  path: readonly string[],
  report: Report,
): void {
  for (const name of names) {
    if (!known.includes(name))
      report('SEA1003', [...path, name], `"${name}" is not ${what}`, didYouMean(name, known));
  }
}

/** Components that an override changes and the application does not have. */
function checkOverride(
  application: Record<string, unknown>,
  override: Record<string, unknown>,
  path: readonly string[],
  report: Report,
): void {
  for (const kind of componentKinds) {
    const changed = override[kind];
    const known = isRecord(application[kind]) ? Object.keys(application[kind]) : [];
    if (isRecord(changed))
      checkNames(Object.keys(changed), known, `one of the application's ${kind}`, [...path, kind], report);
  }
}

function checkApplications(model: FleetModel, report: Report): void {
  const clusters = Object.keys(model.clusters);
  const environments = environmentNames(model);
  const applications = Object.keys(model.applications);
  for (const [name, application] of Object.entries(model.applications)) {
    const path = ['applications', name];
    checkNames(application.after ?? [], applications, 'an application', [...path, 'after'], report);
    checkNames(application.on?.clusters ?? [], clusters, 'a cluster', [...path, 'on', 'clusters'], report);
    checkNames(
      application.on?.environments ?? [],
      environments,
      'an environment of any cluster',
      [...path, 'on', 'environments'],
      report,
    );
    checkNames(
      Object.keys(application.perEnvironment ?? {}),
      environments,
      'an environment of any cluster',
      [...path, 'perEnvironment'],
      report,
    );
    checkNames(
      Object.keys(application.perCluster ?? {}),
      clusters,
      'a cluster',
      [...path, 'perCluster'],
      report,
    );
    for (const per of ['perEnvironment', 'perRole', 'perCluster'] as const) {
      for (const [key, override] of Object.entries(application[per] ?? {}))
        checkOverride(application, override, [...path, per, key], report);
    }
  }
}

function checkFailover(model: FleetModel, report: Report): void {
  const withRole = (role: string) =>
    Object.keys(model.clusters).filter((name) => model.clusters[name]?.role === role);
  const [active, standby] = [withRole('active'), withRole('standby')];
  for (const [one, other] of Object.entries(model.failover ?? {})) {
    checkNames([one], [...active, ...standby], 'an active or a standby cluster', ['failover'], report);
    if (active.includes(one))
      checkNames([other], standby, 'a cluster with role standby', ['failover', one], report);
    if (standby.includes(one))
      checkNames([other], active, 'a cluster with role active', ['failover', one], report);
  }
}

function checkApplicationSets(model: FleetModel, report: Report): void {
  const generatedBy = new Map<string, string>();
  for (const [name, { applications }] of Object.entries(model.argoCd?.applicationSets ?? {})) {
    const path = ['argoCd', 'applicationSets', name, 'applications'];
    checkNames(applications, Object.keys(model.applications), 'an application', path, report);
    for (const application of applications) {
      const other = generatedBy.get(application);
      generatedBy.set(application, name);
      if (other === undefined) continue;
      const where = other === name ? 'twice in this ApplicationSet' : `in the ApplicationSet ${other} too`;
      report('SEA1022', [...path, application], `${application} is ${where}`, 'keep it in one of them');
    }
  }
}

function checkSuppressions(model: FleetModel, report: Report): void {
  const known = {
    cluster: [Object.keys(model.clusters), 'a cluster'],
    environment: [environmentNames(model), 'an environment of any cluster'],
    application: [Object.keys(model.applications), 'an application'],
  } as const;
  for (const [index, suppression] of (model.suppress ?? []).entries()) {
    for (const part of ['cluster', 'environment', 'application'] as const) {
      const name = suppression[part];
      const [names, what] = known[part];
      if (name !== undefined) checkNames([name], names, what, ['suppress', String(index), part], report);
    }
  }
}

/** The environments that the clusters carry, in the order in which they first appear. */
export function environmentNames(model: FleetModel): string[] {
  return [...new Set(Object.values(model.clusters).flatMap((cluster) => cluster.environments ?? []))];
}

/** Checks what a fleet file exported; throws {@link ModelError} with every problem. Applications are checked in `resolve`. */
export function checkModel(value: unknown): FleetModel {
  const checked = checkSchema(fleetSchema, value);
  const findings: Finding[] = [];
  const report: Report = (code, path, sentence, hint) =>
    findings.push({
      code,
      severity: 'error',
      sentence: `${path.join('.')}: ${sentence}`,
      hint,
      place: { model: path },
    });
  if ('problems' in checked) {
    for (const problem of checked.problems) report('SEA1001', problem.path, problem.sentence, problem.hint);
    throw new ModelError(findings);
  }
  const model = checked.value;
  if (Object.keys(model.clusters).length === 0)
    report('SEA1002', ['clusters'], 'the fleet has no cluster', 'name at least one');
  if (Object.keys(model.applications).length === 0)
    report('SEA1002', ['applications'], 'the fleet has no application', 'name at least one');
  checkApplications(model, report);
  checkFailover(model, report);
  checkNames(
    Object.keys(model.environments ?? {}),
    environmentNames(model),
    'an environment of any cluster',
    ['environments'],
    report,
  );
  checkApplicationSets(model, report);
  checkSuppressions(model, report);
  if (findings.length > 0) throw new ModelError(findings);
  return model;
}

/** Checks the contents of a versions file; `path` names it in the findings of a {@link ModelError}. */
export function checkVersions(value: unknown, path: string): VersionsFile {
  const checked = checkSchema(versionsFileSchema, value);
  if ('value' in checked) return checked.value;
  throw new ModelError(
    checked.problems.map((problem) => ({
      code: 'SEA1004',
      severity: 'error' as const,
      sentence: `${path}: ${problem.path.join('.')}: ${problem.sentence}`,
      hint: problem.hint,
      place: { file: path },
    })),
  );
}
