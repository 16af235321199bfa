package k8srequiredprobes

import data.lib.pods

actions := {"exec", "grpc", "httpGet", "tcpSocket"}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers_of.containers
	some probe in input.parameters.probes
	not has_probe(container, probe)
	field := pods.field(at, container, [probe])
	msg := sprintf("container %v has no %v", [container.name, probe])
}

has_probe(container, probe) if {
	some action in actions
	is_object(container[probe][action])
}
