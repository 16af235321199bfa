package k8sallowedcapabilities

import data.lib.pods

baseline := [
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
	"NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
]

permitted := {capability | some capability in object.get(input.parameters, "allowed", baseline)}

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.is_windows
	some at, container in pods.containers
	some capability in container.securityContext.capabilities.add
	not capability in permitted
	field := pods.field(at, container, ["securityContext", "capabilities", "add"])
	msg := sprintf("container %v adds the capability %v; leave it out of capabilities.add", [container.name, capability])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.is_windows
	some at, container in pods.containers
	some capability in input.parameters.requiredDrop
	dropped := {dropped | some dropped in container.securityContext.capabilities.drop}
	count(dropped & {capability, "ALL"}) == 0
	field := pods.field(at, container, ["securityContext", "capabilities", "drop"])
	msg := sprintf("container %v keeps capabilities: capabilities.drop must hold %v", [container.name, capability])
}
