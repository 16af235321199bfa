import { checkModel, ModelError, resolve, type Inputs } from '../../../src/index.ts';

const nothing: Inputs = { versions: {}, bases: {} };

/** A fleet of one cluster with these applications; `further` fields replace or add. */
export function fleet(applications: object, further: object = {}): unknown {
  return {
    name: 'shop',
    repository: 'https://git.example/shop/fleet.git',
    engine: 'argo-cd',
    clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
    applications,
    ...further,
  };
}

/** `CODE sentence | hint` of everything that the model is told. */
export function told(model: unknown, inputs: Inputs = nothing): string[] {
  const line = ({ code, sentence, hint }: { code: string; sentence: string; hint: string }) =>
    `${code} ${sentence} | ${hint}`;
  try {
    return resolve(checkModel(model), inputs).findings.map(line);
  } catch (error) {
    if (error instanceof ModelError) return error.findings.map(line);
    throw error;
  }
}
