package k8sallowedvolumetypes

import data.lib.pods

restricted := {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"}

allowed := {type | some type in input.parameters.types}

permitted := allowed if {
	count(allowed) > 0
} else := restricted

violation contains {"msg": msg, "details": {"field": field}} if {
	some index, volume in pods.spec.volumes
	some type, source in volume
	type != "name"
	is_object(source)
	not type in permitted
	field := sprintf("%v/volumes/%v/%v", [pods.at, index, type])
	msg := sprintf("volume %v is of the type %v; use one of %v", [volume.name, type, concat(", ", sort(permitted))])
}
