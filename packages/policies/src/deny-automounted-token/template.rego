package k8sdenyautomountedtoken

import data.lib.pods

violation contains {"msg": msg, "details": {"field": field}} if {
	not pods.spec.automountServiceAccountToken == false
	account := object.get(pods.spec, "serviceAccountName", "default")
	not account in object.get(input.parameters, "allowedServiceAccounts", [])
	field := sprintf("%v/automountServiceAccountToken", [pods.at])
	msg := sprintf("the pod gets a token of the ServiceAccount %v; set automountServiceAccountToken: false unless it calls the API server", [account])
}
