package k8sdenyunmaskedproc

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	not is_left_out
	some at, container in pods.containers
	mount := container.securityContext.procMount
	not mount in {"Default", null}
	field := pods.field(at, container, ["securityContext", "procMount"])
	msg := sprintf("container %v has the procMount %v, which shows what the runtime hides of /proc; leave it out", [container.name, mount])
}

is_left_out if {
	pods.in_user_namespace
	not input.parameters.inUserNamespaces == true
}
