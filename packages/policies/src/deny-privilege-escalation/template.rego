package k8sdenyprivilegeescalation

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.is_windows
	some at, container in pods.containers
	not container.securityContext.allowPrivilegeEscalation == false
	field := pods.field(at, container, ["securityContext", "allowPrivilegeEscalation"])
	msg := sprintf("container %v may gain privileges; set securityContext.allowPrivilegeEscalation: false", [container.name])
}
