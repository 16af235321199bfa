package k8srequiredingresstls

ingress := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	not elsewhere
	some index, rule in ingress.spec.rules
	host := rule.host
	host != ""
	not covered(host)
	field := sprintf("/spec/rules/%v/host", [index])
	msg := sprintf("Ingress %v answers on %v without TLS; add the host to spec.tls", [ingress.metadata.name, host])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	not elsewhere
	count(hosts) == 0
	count(object.get(ingress.spec, "tls", [])) == 0
	field := "/spec/tls"
	msg := sprintf("Ingress %v answers without TLS; add spec.tls", [ingress.metadata.name])
}

hosts := {rule.host | some rule in ingress.spec.rules; rule.host != ""}

covered(host) if {
	some entry in ingress.spec.tls
	some name in entry.hosts
	covers(name, host)
}

# Without hosts, an entry is for whatever host the controller answers on.
covered(_) if {
	some entry in ingress.spec.tls
	count(object.get(entry, "hosts", [])) == 0
}

covers(name, host) if name == host

covers(name, host) if {
	startswith(name, "*.")
	labels := split(host, ".")
	name == concat(".", array.concat(["*"], array.slice(labels, 1, count(labels))))
}

# A load balancer of a cloud takes its certificate by annotation.
elsewhere if {
	some annotation in input.parameters.annotations
	ingress.metadata.annotations[annotation] != ""
}
