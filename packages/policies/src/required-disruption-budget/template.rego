package k8srequireddisruptionbudget

import data.lib.scale
import data.lib.selectors

workload := input.review.object

violation contains {"msg": msg, "details": {"field": field}} if {
	scale.replicas(workload) > 1
	not has_budget
	field := "/spec/replicas"
	msg := sprintf("%v %v has no PodDisruptionBudget: a drain of nodes may take all of its pods at once", [workload.kind, workload.metadata.name])
}

has_budget if {
	some budget in data.inventory.namespace[workload.metadata.namespace]["policy/v1"].PodDisruptionBudget
	selectors.matches(budget.spec.selector, object.get(workload, ["spec", "template", "metadata", "labels"], {}))
}
