package k8sallowedregistries

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some at, container in pods.containers
	repository := full_name(container.image)
	not allowed(repository)
	field := pods.field(at, container, ["image"])
	msg := sprintf("container %v: image %v is not from an allowed registry (%v)", [container.name, container.image, concat(", ", input.parameters.registries)])
}

# `registry.example/team` covers `registry.example/team/app`, not `registry.example/team-of-others/app`.
allowed(repository) if {
	some registry in input.parameters.registries
	startswith(repository, sprintf("%v/", [trim_right(registry, "/")]))
}

# A runtime reads `nginx` as `docker.io/library/nginx`.
full_name(image) := image if names_registry(image)

full_name(image) := sprintf("docker.io/%v", [image]) if {
	not names_registry(image)
	contains(image, "/")
}

full_name(image) := sprintf("docker.io/library/%v", [image]) if not contains(image, "/")

names_registry(image) if {
	contains(image, "/")
	regex.match(`[.:]|^localhost$`, split(image, "/")[0])
}
