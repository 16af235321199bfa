package k8sdenyunconfinedapparmor

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	type := container.securityContext.appArmorProfile.type
	not type in {"RuntimeDefault", "Localhost"}
	field := pods.field(at, container, ["securityContext", "appArmorProfile", "type"])
	msg := sprintf("container %v has the AppArmor profile %v; use RuntimeDefault or Localhost", [container.name, type])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	type := pods.spec.securityContext.appArmorProfile.type
	not type in {"RuntimeDefault", "Localhost"}
	field := pods.field(pods.at, pods.spec, ["securityContext", "appArmorProfile", "type"])
	msg := sprintf("the pod has the AppArmor profile %v; use RuntimeDefault or Localhost", [type])
}

# How a profile was named before the field was there (Kubernetes 1.30).
violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.is_update
	some annotation, profile in pods.pod.metadata.annotations
	startswith(annotation, "container.apparmor.security.beta.kubernetes.io/")
	not profile in {"", "runtime/default"}
	not startswith(profile, "localhost/")
	field := sprintf("%v/metadata/annotations/%v", [trim_suffix(pods.at, "/spec"), replace(annotation, "/", "~1")])
	msg := sprintf("the annotation %v names the AppArmor profile %v; use runtime/default or localhost/*", [annotation, profile])
}
