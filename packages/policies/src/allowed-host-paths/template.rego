package k8sallowedhostpaths

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	some index, volume in pods.spec.volumes
	path := volume.hostPath.path
	not under_allowed_path(path)
	field := sprintf("%v/volumes/%v/hostPath/path", [pods.at, index])
	msg := sprintf("volume %v mounts %v of the node; use a volume of the cluster", [volume.name, path])
}

violation contains {"msg": msg, "details": {"field": field}} if {
	some volume in pods.pod.spec.volumes
	path := volume.hostPath.path
	under_allowed_path(path)
	not writable(path)
	some at, container in pods.containers
	some index, mount in container.volumeMounts
	mount.name == volume.name
	not mount.readOnly == true
	field := sprintf("%v/volumeMounts/%v", [at, index])
	msg := sprintf("container %v can write to %v of the node; mount the volume %v with readOnly: true", [container.name, path, volume.name])
}

under_allowed_path(path) if {
	some allowed in input.parameters.paths
	is_under(path, allowed.prefix)
}

# Read-only counts only when every entry that covers the path says so.
writable(path) if {
	some allowed in input.parameters.paths
	is_under(path, allowed.prefix)
	not allowed.readOnly == true
}

# `/var/log` covers itself and `/var/log/pods`, not `/var/logs`, and nobody climbs out of it.
is_under(path, prefix) if {
	not ".." in split(path, "/")
	startswith(sprintf("%v/", [trim_right(path, "/")]), sprintf("%v/", [trim_right(prefix, "/")]))
}
