import { definePolicy } from '../policy/define-policy.ts';
import { serviceKinds } from '../policy/kinds.ts';

/** Source: CVE-2020-8554. */
export const denyExternalIps = definePolicy({
  kind: 'K8sDenyExternalIps',
  about: 'No Service takes the traffic to an address that it names itself.',
  source: 'CVE-2020-8554',
  module: import.meta.url,
  kinds: serviceKinds,
});
