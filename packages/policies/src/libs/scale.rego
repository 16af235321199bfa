package lib.scale

# How many pods a workload has at least: what its HorizontalPodAutoscaler goes down to, or what it says itself.
replicas(workload) := smallest if {
	smallest := min({smallest_of(autoscaler) | some autoscaler in autoscalers_of(workload)})
} else := said(workload)

said(workload) := workload.spec.replicas if {
	is_number(workload.spec.replicas)
} else := 1

smallest_of(autoscaler) := autoscaler.spec.minReplicas if {
	is_number(autoscaler.spec.minReplicas)
} else := 1

# Every version of the API has these fields at the same place.
autoscalers_of(workload) := {autoscaler |
	some version, kinds in data.inventory.namespace[workload.metadata.namespace]
	startswith(version, "autoscaling/")
	some autoscaler in kinds.HorizontalPodAutoscaler
	target := autoscaler.spec.scaleTargetRef
	target.kind == workload.kind
	target.name == workload.metadata.name
}
