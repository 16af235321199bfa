package k8sdenyhostnamespaces

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some name in {"hostNetwork", "hostPID", "hostIPC"}
	pods.spec[name] == true
	not name in object.get(input.parameters, "allowed", [])
	field := pods.field(pods.at, pods.spec, [name])
	msg := sprintf("the pod shares a namespace of its node: leave out %v", [name])
}
