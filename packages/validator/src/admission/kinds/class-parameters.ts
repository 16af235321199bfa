import type { Rule } from '../rule.ts';

/** Of the `spec.parameters` of an IngressClass. Source: networking validation, `validateIngressClassParametersReference`. */
export const classParameters: Rule = {
  explanation: {
    code: 'SEA3170',
    title: 'The parameters of an IngressClass contradict themselves',
    meaning:
      'Parameters of the scope Namespace name the namespace that they are in; those of the scope Cluster, which is meant where none is ' +
      'written, have none.',
    fix: 'Add the namespace, or write "scope: Namespace" where one is named.',
  },
  check(parameters, refuse) {
    const [scope, namespace] = [parameters.at('scope'), parameters.at('namespace')];
    if (scope.text === 'Namespace' && !namespace.isSet)
      refuse(namespace, 'is missing; the scope is Namespace', 'Name the namespace of the parameters.');
    if (scope.text !== 'Namespace' && namespace.isSet)
      refuse(namespace, 'is set, but the scope is Cluster', 'Write "scope: Namespace", or remove it.');
  },
};
