package k8sdenyblockingbudget

import data.lib.scale
import data.lib.selectors

reviewed := input.review.object

namespace := reviewed.metadata.namespace

violation contains {"msg": msg, "details": {"field": field}} if {
	reviewed.kind == "PodDisruptionBudget"
	reviewed.spec.maxUnavailable in {0, "0", "0%"}
	field := "/spec/maxUnavailable"
	msg := sprintf("PodDisruptionBudget %v lets no pod go (maxUnavailable: %v): its nodes cannot be drained", [reviewed.metadata.name, reviewed.spec.maxUnavailable])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	reviewed.kind == "PodDisruptionBudget"
	reviewed.spec.minAvailable == "100%"
	field := "/spec/minAvailable"
	msg := sprintf("PodDisruptionBudget %v lets no pod go (minAvailable: 100%%): its nodes cannot be drained", [reviewed.metadata.name])
}

# At the budget and at each workload under it, whichever comes last.
violation contains {"msg": msg, "details": {"field": field}} if {
	some budget in budgets
	is_concerned(budget)
	budget.spec.minAvailable != "100%"
	workloads := workloads_under(budget)
	replicas := sum([scale.replicas(workload) | some workload in workloads])
	replicas > 0
	kept(budget.spec.minAvailable, replicas) >= replicas
	field := field_of[reviewed.kind]
	msg := sprintf("PodDisruptionBudget %v keeps %v of %v pods: their nodes cannot be drained", [budget.metadata.name, budget.spec.minAvailable, replicas])
}

field_of := {
	"PodDisruptionBudget": "/spec/minAvailable",
	"Deployment": "/spec/replicas",
	"StatefulSet": "/spec/replicas",
}

budgets := {reviewed} if {
	reviewed.kind == "PodDisruptionBudget"
} else := {budget | some budget in data.inventory.namespace[namespace]["policy/v1"].PodDisruptionBudget}

is_concerned(_) if reviewed.kind == "PodDisruptionBudget"

is_concerned(budget) if covers(budget, reviewed)

covers(budget, workload) if {
	selectors.matches(budget.spec.selector, object.get(workload, ["spec", "template", "metadata", "labels"], {}))
}

# The one under review stands for its older self.
workloads_under(budget) := {workload | some workload in workloads; covers(budget, workload)}

workloads contains workload if {
	some kind in {"Deployment", "StatefulSet"}
	some workload in data.inventory.namespace[namespace]["apps/v1"][kind]
	not is_reviewed(workload)
}

workloads contains reviewed if reviewed.kind != "PodDisruptionBudget"

is_reviewed(workload) if {
	workload.kind == reviewed.kind
	workload.metadata.name == reviewed.metadata.name
}

# A share of pods is rounded up (Kubernetes documentation, "Specifying a PodDisruptionBudget").
kept(available, _) := available if is_number(available)

kept(available, replicas) := ceil((to_number(trim_suffix(available, "%")) * replicas) / 100) if endswith(available, "%")
