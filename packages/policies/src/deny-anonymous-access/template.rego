package k8sdenyanonymousaccess

binding := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	some index, subject in binding.subjects
	[subject.kind, subject.name] in {["User", "system:anonymous"], ["Group", "system:unauthenticated"]}
	not of_kubernetes
	field := sprintf("/subjects/%v", [index])
	msg := sprintf("%v %v gives %v to everybody who reaches the API server; bind a group of people or a ServiceAccount", [binding.kind, binding.metadata.name, binding.roleRef.name])
}

# The API server writes this binding when it starts, and must not be refused.
of_kubernetes if {
	binding.kind == "ClusterRoleBinding"
	binding.metadata.name == "system:public-info-viewer"
	binding.roleRef.name == "system:public-info-viewer"
}
