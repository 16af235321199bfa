module seatrial/kubeconform

go 1.26

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	github.com/yannh/kubeconform v0.8.0
	golang.org/x/text v0.37.0
	k8s.io/kube-openapi v0.0.0-20260603220949-865597e52e25
)

require (
	github.com/hashicorp/go-cleanhttp v0.5.2 // indirect
	github.com/hashicorp/go-retryablehttp v0.7.8 // indirect
	k8s.io/utils v0.0.0-20260210185600-b8788abfbbc2 // indirect
	sigs.k8s.io/yaml v1.6.0 // indirect
)

// The objects are JSON: see the package.
replace sigs.k8s.io/yaml => ./json-as-yaml
