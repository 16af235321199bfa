package k8sdenywildcardrules

role := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	not of_kubernetes
	some index, rule in role.rules
	some list in {"apiGroups", "resources", "verbs", "nonResourceURLs"}
	"*" in rule[list]
	field := sprintf("/rules/%v/%v", [index, list])
	msg := sprintf("%v %v: rules[%v].%v holds *; name what is needed", [role.kind, role.metadata.name, index, list])
}

# The API server writes its own roles when it starts, and must not be refused.
of_kubernetes if {
	role.kind == "ClusterRole"
	startswith(role.metadata.name, "system:")
}

of_kubernetes if {
	role.kind == "ClusterRole"
	role.metadata.name == "cluster-admin"
}
