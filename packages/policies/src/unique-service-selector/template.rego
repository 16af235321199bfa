package k8suniqueserviceselector

reviewed := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	count(reviewed.spec.selector) > 0
	some other in data.inventory.namespace[reviewed.metadata.namespace].v1.Service
	other.metadata.name != reviewed.metadata.name
	other.spec.selector == reviewed.spec.selector
	type_of(other) == type_of(reviewed)
	field := "/spec/selector"
	msg := sprintf("Service %v selects the same pods as Service %v, in the same way; one of them is enough", [reviewed.metadata.name, other.metadata.name])
}

# A StatefulSet has a headless Service beside the one that its clients use.
type_of(service) := "headless" if {
	service.spec.clusterIP == "None"
} else := object.get(service.spec, "type", "ClusterIP")
