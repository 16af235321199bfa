package k8sdenyclusteradmin

binding := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	binding.roleRef.kind == "ClusterRole"
	binding.roleRef.name == "cluster-admin"
	some index, subject in binding.subjects
	not of_kubernetes(subject)
	not allowed(subject)
	shown := sprintf("%v %v", [subject.kind, subject.name])
	field := sprintf("/subjects/%v", [index])
	msg := sprintf("%v %v makes %v an administrator of everything; bind a role with the rules that it needs", [binding.kind, binding.metadata.name, shown])
}

# The API server writes this binding when it starts, and must not be refused.
of_kubernetes(subject) if {
	binding.metadata.name == "cluster-admin"
	subject.kind == "Group"
	subject.name == "system:masters"
}

allowed(subject) if {
	some entry in input.parameters.allowedSubjects
	entry.kind == subject.kind
	entry.name == subject.name
	object.get(entry, "namespace", "") == object.get(subject, "namespace", "")
}
