package k8sallowedhostports

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	some index, port in container.ports
	port.hostPort != 0
	not allowed(port.hostPort)
	field := sprintf("%v/ports/%v/hostPort", [at, index])
	msg := sprintf("container %v takes the port %v of its node; leave out hostPort, a Service finds the pod without it", [container.name, port.hostPort])
}

allowed(port) if {
	some range in input.parameters.ranges
	port >= range.min
	port <= range.max
}
