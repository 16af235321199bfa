package k8srequirednonroot

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.in_user_namespace
	some at, container in pods.containers
	may_be_root(container)
	field := pods.field(at, container, ["securityContext", "runAsNonRoot"])
	msg := sprintf("container %v may run as root; set securityContext.runAsNonRoot: true for it or its pod", [container.name])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.in_user_namespace
	some at, container in pods.containers
	container.securityContext.runAsUser == 0
	field := pods.field(at, container, ["securityContext", "runAsUser"])
	msg := sprintf("container %v runs as the user 0, which is root; name another runAsUser", [container.name])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.in_user_namespace
	pods.spec.securityContext.runAsNonRoot == false
	field := pods.field(pods.at, pods.spec, ["securityContext", "runAsNonRoot"])
	msg := "the pod lets its containers run as root; set securityContext.runAsNonRoot: true"
}

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.in_user_namespace
	pods.spec.securityContext.runAsUser == 0
	field := pods.field(pods.at, pods.spec, ["securityContext", "runAsUser"])
	msg := "the pod runs as the user 0, which is root; name another securityContext.runAsUser"
}

may_be_root(container) if container.securityContext.runAsNonRoot == false

# What a container does not say, its pod says for it.
may_be_root(container) if {
	object.get(container, ["securityContext", "runAsNonRoot"], null) == null
	not pods.pod.spec.securityContext.runAsNonRoot == true
}
