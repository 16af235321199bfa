import { wellFormedLabels } from '../every-object/well-formed-labels.ts';
import { qualifiedName, subdomain } from '../formats/names.ts';
import { at, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { optionalPortNumberOrName, portNumber, portNumberOrName } from '../values/port.ts';
import { needs } from '../values/present-fields.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { exactly, written } from '../values/well-formed-text.ts';
import { ingressRoutes } from './ingress-routes.ts';
import { policyPeers } from './policy-peers.ts';
import { serviceOfType } from './service-of-type.ts';
import { servicePorts } from './service-ports.ts';

const protocol = oneOf('TCP', 'UDP', 'SCTP');

/** The kinds that say what reaches what. */
export const networking: Readonly<Record<string, readonly Placed[]>> = {
  '/Service': [
    ...at('', needs('spec')),
    ...at('spec', servicePorts, serviceOfType),
    ...at('spec.type', oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName')),
    ...at('spec.selector', wellFormedLabels),
    ...at('spec.ports.*.port', portNumber),
    ...at('spec.ports.*.targetPort', optionalPortNumberOrName),
    ...at('spec.ports.*.protocol', protocol),
    ...at('spec.ports.*.appProtocol', exactly(qualifiedName)),
    ...at('spec.sessionAffinity', oneOf('None', 'ClientIP')),
    ...at('spec.externalTrafficPolicy', oneOf('Cluster', 'Local')),
    ...at('spec.internalTrafficPolicy', exactlyOneOf('Cluster', 'Local')),
    ...at('spec.ipFamilyPolicy', exactlyOneOf('SingleStack', 'PreferDualStack', 'RequireDualStack')),
    ...at('spec.ipFamilies.*', exactlyOneOf('IPv4', 'IPv6')),
    ...at('spec.loadBalancerClass', exactly(qualifiedName)),
  ],
  'networking.k8s.io/Ingress': [
    ...at('', needs('spec')),
    ...at('spec', ingressRoutes),
    ...at('spec.rules.*.http.paths.*.pathType', exactlyOneOf('Exact', 'Prefix', 'ImplementationSpecific')),
    ...at('spec.ingressClassName', exactly(subdomain)),
    ...at('spec.tls.*.secretName', written(subdomain)),
  ],
  'networking.k8s.io/NetworkPolicy': [
    ...at('spec', policyPeers),
    ...at('spec.podSelector', wellFormedSelector),
    ...at('spec.policyTypes.*', exactlyOneOf('Ingress', 'Egress')),
    ...['ingress.*.from', 'egress.*.to'].flatMap((side) => [
      ...at(`spec.${side}.*.podSelector`, wellFormedSelector),
      ...at(`spec.${side}.*.namespaceSelector`, wellFormedSelector),
    ]),
    ...['ingress', 'egress'].flatMap((side) => [
      ...at(`spec.${side}.*.ports.*.port`, portNumberOrName),
      ...at(`spec.${side}.*.ports.*.endPort`, portNumber),
      ...at(`spec.${side}.*.ports.*.protocol`, exactlyOneOf('TCP', 'UDP', 'SCTP')),
    ]),
  ],
};
