package k8sminimumreplicas

import data.lib.scale

reviewed := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	reviewed.kind != "HorizontalPodAutoscaler"
	replicas := scale.replicas(reviewed)
	too_few(replicas)
	field := "/spec/replicas"
	msg := sprintf("%v %v: replicas may be %v; at least %v are needed", [reviewed.kind, reviewed.metadata.name, replicas, input.parameters.replicas])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	reviewed.kind == "HorizontalPodAutoscaler"
	replicas := scale.smallest_of(reviewed)
	too_few(replicas)
	field := "/spec/minReplicas"
	msg := sprintf("HorizontalPodAutoscaler %v: minReplicas is %v; at least %v are needed", [reviewed.metadata.name, replicas, input.parameters.replicas])
}

# Nothing is lost of what is switched off.
too_few(replicas) if {
	replicas > 0
	replicas < input.parameters.replicas
}
