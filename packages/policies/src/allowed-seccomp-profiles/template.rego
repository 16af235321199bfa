package k8sallowedseccompprofiles

import data.lib.pods

permitted := {type | some type in object.get(input.parameters, "types", ["RuntimeDefault", "Localhost"])}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	type := container.securityContext.seccompProfile.type
	not type in permitted
	field := pods.field(at, container, ["securityContext", "seccompProfile", "type"])
	msg := sprintf("container %v has the seccomp profile %v; use one of %v", [container.name, type, concat(", ", sort(permitted))])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	type := pods.spec.securityContext.seccompProfile.type
	not type in permitted
	field := pods.field(pods.at, pods.spec, ["securityContext", "seccompProfile", "type"])
	msg := sprintf("the pod has the seccomp profile %v; use one of %v", [type, concat(", ", sort(permitted))])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	input.parameters.required == true
	not pods.is_windows
	not pods.pod.spec.securityContext.seccompProfile.type
	some at, container in pods.containers
	not container.securityContext.seccompProfile.type
	field := pods.field(at, container, ["securityContext", "seccompProfile"])
	msg := sprintf("container %v has no seccomp profile; set securityContext.seccompProfile.type for it or its pod to one of %v", [container.name, concat(", ", sort(permitted))])
}
