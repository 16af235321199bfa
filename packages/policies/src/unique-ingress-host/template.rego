package k8suniqueingresshost

reviewed := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	some namespace
	some other in data.inventory.namespace[namespace]["networking.k8s.io/v1"].Ingress
	namespace != reviewed.metadata.namespace
	not is_of_another_controller(other)
	some index, rule in reviewed.spec.rules
	host := rule.host
	host in hosts(other)
	field := sprintf("/spec/rules/%v/host", [index])
	msg := sprintf("Ingress %v answers on %v, which Ingress %v of the namespace %v answers on", [reviewed.metadata.name, host, other.metadata.name, namespace])
}

# In a namespace, several may share a host when each has paths of its own.
violation contains {"msg": msg, "details": {"field": field}} if {
	namespace := reviewed.metadata.namespace
	some other in data.inventory.namespace[namespace]["networking.k8s.io/v1"].Ingress
	other.metadata.name != reviewed.metadata.name
	not is_of_another_controller(other)
	not is_canary(reviewed)
	not is_canary(other)
	some index, rule in reviewed.spec.rules
	host := rule.host
	some at, entry in rule.http.paths
	path := object.get(entry, "path", "/")
	[host, path] in routes(other)
	field := sprintf("/spec/rules/%v/http/paths/%v", [index, at])
	msg := sprintf("Ingress %v answers on %v%v, which Ingress %v answers on", [reviewed.metadata.name, host, path, other.metadata.name])
}

hosts(ingress) := {rule.host | some rule in ingress.spec.rules; rule.host != ""}

routes(ingress) := {[rule.host, object.get(path, "path", "/")] |
	some rule in ingress.spec.rules
	rule.host != ""
	some path in rule.http.paths
}

# Two controllers have two addresses: a host may have one answer inside and one outside.
is_of_another_controller(other) if class_of(reviewed) != class_of(other)

class_of(ingress) := ingress.spec.ingressClassName if {
	ingress.spec.ingressClassName
} else := ingress.metadata.annotations["kubernetes.io/ingress.class"]

# ingress-nginx shares out the traffic of one route between an Ingress and its canary.
is_canary(ingress) if ingress.metadata.annotations["nginx.ingress.kubernetes.io/canary"] == "true"
