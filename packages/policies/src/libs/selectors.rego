package lib.selectors

# A label selector without any condition matches everything, one that is not there nothing.
matches(selector, labels) if {
	is_object(selector)
	every key, value in object.get(selector, "matchLabels", {}) { labels[key] == value }
	every expression in object.get(selector, "matchExpressions", []) { holds(expression, labels) }
}

holds(expression, labels) if {
	expression.operator == "In"
	has_value(expression, labels)
}

holds(expression, labels) if {
	expression.operator == "NotIn"
	not has_value(expression, labels)
}

has_value(expression, labels) if labels[expression.key] in expression.values

holds(expression, labels) if {
	expression.operator == "Exists"
	expression.key in object.keys(labels)
}

holds(expression, labels) if {
	expression.operator == "DoesNotExist"
	not expression.key in object.keys(labels)
}
