package k8srequiredresources

import data.lib.pods

# An ephemeral container cannot have resources.
containers[at] := container if {
	some list in {"containers", "initContainers"}
	some at, container in pods.containers_of[list]
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in containers
	some resource in input.parameters.requests
	not requests(container, resource)
	not requests(pods.pod.spec, resource)
	field := pods.field(at, container, ["resources", "requests"])
	msg := sprintf("container %v requests no %v; set resources.requests.%v", [container.name, resource, resource])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in containers
	some resource in input.parameters.limits
	not container.resources.limits[resource]
	not pods.pod.spec.resources.limits[resource]
	field := pods.field(at, container, ["resources", "limits"])
	msg := sprintf("container %v has no limit of %v; set resources.limits.%v", [container.name, resource, resource])
}

requests(holder, resource) if holder.resources.requests[resource]

# The API server takes a limit for the request when there is none.
requests(holder, resource) if holder.resources.limits[resource]
