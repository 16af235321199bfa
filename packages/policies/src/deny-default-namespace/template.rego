package k8sdenydefaultnamespace

violation contains {"msg": msg, "details": {"field": field}} if {
	input.review.object.metadata.namespace == "default"
	not of_kubernetes
	field := "/metadata/namespace"
	msg := sprintf("%v %v is in the namespace default; give it a namespace of its own", [input.review.kind.kind, name])
}

# A Pod of a ReplicaSet has no name yet when it is reviewed.
name := input.review.object.metadata.name if {
	input.review.object.metadata.name
} else := sprintf("%v*", [input.review.object.metadata.generateName])

of_kubernetes if [input.review.kind.kind, input.review.object.metadata.name] in {
	["ConfigMap", "kube-root-ca.crt"],
	["Service", "kubernetes"],
	["ServiceAccount", "default"],
}
