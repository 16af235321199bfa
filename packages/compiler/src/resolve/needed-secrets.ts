import type { LongApplication } from '../model/application.ts';
import type { Context } from './context.ts';

/** A hook before the sync cannot use a Secret that only the sync brings: the first deployment would wait for ever. */
export function checkHookSecrets(application: LongApplication, context: Context): void {
  const made = new Map(
    Object.entries(application.externalSecrets ?? {}).map(([name, secret]) => [secret.secret ?? name, name]),
  );
  for (const [name, hook] of Object.entries(application.hooks ?? {})) {
    if (hook.on !== 'PreSync') continue;
    const used = [
      ...(hook.environmentFrom?.secrets ?? []),
      ...Object.values(hook.environment ?? {}).flatMap((value) =>
        typeof value === 'object' && 'secret' in value ? [value.secret] : [],
      ),
    ];
    for (const secret of new Set(used)) {
      if (!made.has(secret)) continue;
      context.report({
        code: 'SEA1013',
        severity: 'warning',
        sentence: `hook "${name}" runs before the sync and needs Secret ${secret}, which the sync itself makes`,
        hint: `run the hook on Sync, with a wave after externalSecrets.${made.get(secret)}, or make the Secret in an application that comes first`,
        path: ['hooks', name],
      });
    }
  }
}
