package k8sdenylatesttag

violation[{"msg": msg, "details": {"container": container.name, "image": container.image, "field": field}}] {
	container_lists[list]
	container := pod_spec[list][index]
	reason := floating(container.image)
	field := sprintf("%v/%v/%v/image", [pod_spec_at, list, index])
	msg := sprintf("container %v: image %v %v; name a version or a digest", [container.name, container.image, reason])
}

floating(image) = "has the tag latest" {
	not pinned(image)
	endswith(image, ":latest")
}

# Without a tag, a container runtime pulls latest.
floating(image) = "has no tag, which means latest" {
	not pinned(image)
	segments := split(image, "/")

	# Only after the last slash: before it, a colon is a registry's port.
	not contains(segments[count(segments) - 1], ":")
}

# With a digest the tag is an ornament: the digest says what runs.
pinned(image) {
	regex.match(`@sha256:[a-f0-9]{64}$`, image)
}

container_lists := {"containers", "initContainers", "ephemeralContainers"}

# The JSON pointer of the pod spec: a finding shows the line of the image.
pod_spec_at = "/spec" {
	input.review.kind.kind == "Pod"
}

pod_spec_at = "/spec/jobTemplate/spec/template/spec" {
	input.review.kind.kind == "CronJob"
}

pod_spec_at = "/spec/template/spec" {
	not {"Pod", "CronJob"}[input.review.kind.kind]
}

pod_spec = spec {
	input.review.kind.kind == "Pod"
	spec := input.review.object.spec
}

pod_spec = spec {
	input.review.kind.kind == "CronJob"
	spec := input.review.object.spec.jobTemplate.spec.template.spec
}

# Deployment, StatefulSet, DaemonSet, ReplicaSet and Job.
pod_spec = spec {
	not {"Pod", "CronJob"}[input.review.kind.kind]
	spec := input.review.object.spec.template.spec
}
