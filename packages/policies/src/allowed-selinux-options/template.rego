package k8sallowedselinuxoptions

import data.lib.pods

permitted := {"", null, "container_t", "container_init_t", "container_kvm_t", "container_engine_t"}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	some reason in reasons(container.securityContext.seLinuxOptions)
	field := pods.field(at, container, ["securityContext", "seLinuxOptions"])
	msg := sprintf("container %v: %v", [container.name, reason])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some reason in reasons(pods.spec.securityContext.seLinuxOptions)
	field := pods.field(pods.at, pods.spec, ["securityContext", "seLinuxOptions"])
	msg := sprintf("the pod: %v", [reason])
}

reasons(options) := {reason |
	type := options.type
	not type in permitted
	reason := sprintf("seLinuxOptions.type is %v; leave it out or use a type of containers", [type])
} | {reason |
	some field in {"user", "role"}
	not object.get(options, field, "") in {"", null}
	reason := sprintf("seLinuxOptions.%v is set; leave it out", [field])
}
