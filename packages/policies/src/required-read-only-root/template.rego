package k8srequiredreadonlyroot

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.is_windows
	some at, container in pods.containers
	not container.securityContext.readOnlyRootFilesystem == true
	field := pods.field(at, container, ["securityContext", "readOnlyRootFilesystem"])
	msg := sprintf("container %v can write to its root file system; set securityContext.readOnlyRootFilesystem: true and mount an emptyDir where it writes", [container.name])
}
