package k8srequiredlabels

violation[{"msg": msg, "details": {"missing_labels": missing, "field": "/metadata/labels"}}] {
	required := {label.key | label := input.parameters.labels[_]}
	provided := {key | input.review.object.metadata.labels[key]}
	missing := required - provided
	count(missing) > 0
	msg := sprintf("%v %v must carry the labels %v", [input.review.kind.kind, name, concat(", ", sort(missing))])
}

violation[{"msg": msg, "details": {"label": label.key, "value": value, "field": field}}] {
	label := input.parameters.labels[_]
	label.allowedRegex != ""
	value := input.review.object.metadata.labels[label.key]
	not regex.match(label.allowedRegex, value)
	field := sprintf("/metadata/labels/%v", [replace(replace(label.key, "~", "~0"), "/", "~1")])
	msg := sprintf("%v %v has the label %v: %v, which does not match %v", [input.review.kind.kind, name, label.key, value, label.allowedRegex])
}

# A Pod of a ReplicaSet has no name yet when it is reviewed.
name := n {
	n := input.review.object.metadata.name
} else := n {
	n := sprintf("%v*", [input.review.object.metadata.generateName])
} else := ""
