package k8sdenyprivileged

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	container.securityContext.privileged == true
	field := pods.field(at, container, ["securityContext", "privileged"])
	msg := sprintf("container %v is privileged; leave out securityContext.privileged", [container.name])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	container.securityContext.windowsOptions.hostProcess == true
	field := pods.field(at, container, ["securityContext", "windowsOptions", "hostProcess"])
	msg := sprintf("container %v is a Windows host process; leave out windowsOptions.hostProcess", [container.name])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	pods.spec.securityContext.windowsOptions.hostProcess == true
	field := pods.field(pods.at, pods.spec, ["securityContext", "windowsOptions", "hostProcess"])
	msg := "the pod runs as Windows host processes; leave out windowsOptions.hostProcess"
}
