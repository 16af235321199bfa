package k8srequiredimagedigest

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	not regex.match(`@sha256:[a-f0-9]{64}$`, container.image)
	field := pods.field(at, container, ["image"])
	msg := sprintf("container %v: image %v has no digest; write it as name@sha256:…", [container.name, container.image])
}
