package lib.pods

kind := input.review.kind.kind

# A pod, or the template that a workload makes its pods from.
pod := input.review.object if kind == "Pod"

pod := input.review.object.spec.jobTemplate.spec.template if kind == "CronJob"

pod := input.review.object.spec.template if not kind in {"Pod", "CronJob"}

# The JSON pointer of its spec.
at := "/spec" if kind == "Pod"

at := "/spec/jobTemplate/spec/template/spec" if kind == "CronJob"

at := "/spec/template/spec" if not kind in {"Pod", "CronJob"}

# What can still be changed of a running pod is an image or an added ephemeral container. Whoever updates another part, such
# as a finalizer, must not be refused for what was there before the policy.
is_update if {
	kind == "Pod"
	input.review.operation == "UPDATE"
}

# Fields of the pod itself.
spec := pod.spec if not is_update

is_windows if pod.spec.os.name == "windows"

# In a user namespace, root of the container is nobody on the node.
in_user_namespace if pod.spec.hostUsers == false

# Containers by their JSON pointer.
containers[pointer] := container if {
	some list in {"containers", "initContainers", "ephemeralContainers"}
	some pointer, container in containers_of[list]
}

containers_of[list][pointer] := container if {
	some list in {"containers", "initContainers", "ephemeralContainers"}
	some index, container in pod.spec[list]
	pointer := sprintf("%v/%v/%v", [at, list, index])
	not is_unchanged(container)
	not is_exempt(container)
}

is_unchanged(container) if {
	is_update
	some list in {"containers", "initContainers", "ephemeralContainers"}
	container in input.review.oldObject.spec[list]
}

is_exempt(container) if {
	some pattern in input.parameters.exemptImages
	matches(container.image, pattern)
}

matches(image, pattern) if image == pattern

matches(image, pattern) if {
	endswith(pattern, "*")
	startswith(image, trim_suffix(pattern, "*"))
}

# The JSON pointer of a field below `pointer`, where `holder` stands: a finding shows it. When what would hold the field is not
# there either, it is the holder's.
field(pointer, holder, path) := concat("/", array.concat([pointer], path)) if {
	is_object(object.get(holder, array.slice(path, 0, count(path) - 1), null))
} else := pointer
