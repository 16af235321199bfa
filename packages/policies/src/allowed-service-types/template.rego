package k8sallowedservicetypes

violation contains {"msg": msg, "details": {"field": field}} if {
	type := object.get(input.review.object.spec, "type", "ClusterIP")
	not type in input.parameters.types
	field := "/spec/type"
	msg := sprintf("Service %v is of the type %v; allowed are %v", [input.review.object.metadata.name, type, concat(", ", input.parameters.types)])
}
