import {
  validate,
  type Coverage,
  type LocatedObject,
  type RenderedCluster,
  type ValidateRequest,
  type ValidateResult,
} from '@seatrial/validator';
import { setOf } from './rendered-set.ts';

type SchemaRequest = Omit<ValidateRequest, 'set' | 'policies'> & {
  readonly clusters: readonly RenderedCluster[];
  readonly objects: readonly LocatedObject[];
};

/** What the schemas say, and what they cover: the findings of the other checks are left out. */
export async function validateSchemas({ clusters, objects, ...request }: SchemaRequest): Promise<{
  readonly findings: ValidateResult['findings'];
  readonly coverage: readonly Pick<Coverage, 'cluster' | 'total' | 'checked' | 'unchecked'>[];
}> {
  const { findings, coverage } = await validate({
    set: setOf(objects, { clusters }),
    policies: {
      identity: 'none',
      compile: () => Promise.reject(new Error('These objects hold no policy.')),
    },
    ...request,
  });
  return {
    findings: findings.filter(({ code }) => code.startsWith('SEA30')),
    coverage: coverage.map(({ cluster, total, checked, unchecked }) => ({
      cluster,
      total,
      checked,
      unchecked,
    })),
  };
}
