package k8sdenyexternalips

violation contains {"msg": msg, "details": {"field": field}} if {
	addresses := input.review.object.spec.externalIPs
	count(addresses) > 0
	field := "/spec/externalIPs"
	msg := sprintf("Service %v takes the traffic to %v, whoever owns it; leave out externalIPs", [input.review.object.metadata.name, concat(", ", addresses)])
}
