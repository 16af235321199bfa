package k8sdenyhostprobes

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	some probe in {"livenessProbe", "readinessProbe", "startupProbe"}
	some action in {"httpGet", "tcpSocket"}
	host := container[probe][action].host
	not host in {"", null}
	field := pods.field(at, container, [probe, action, "host"])
	msg := sprintf("container %v: %v asks the host %v; leave out host, the kubelet asks the pod", [container.name, probe, host])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	some hook in {"postStart", "preStop"}
	some action in {"httpGet", "tcpSocket"}
	host := container.lifecycle[hook][action].host
	not host in {"", null}
	field := pods.field(at, container, ["lifecycle", hook, action, "host"])
	msg := sprintf("container %v: %v calls the host %v; leave out host, the kubelet calls the pod", [container.name, hook, host])
}
