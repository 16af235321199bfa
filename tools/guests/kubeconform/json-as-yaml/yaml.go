// Package yaml takes the place of sigs.k8s.io/yaml in the guest: what kubeconform reads there is always JSON. To read it
// as YAML took more than half of the guest's time, and YAML does not read every JSON text as JSON does.
package yaml

import "encoding/json"

// JSONOpt is part of the signatures that kubeconform calls.
type JSONOpt func(*json.Decoder) *json.Decoder

// Unmarshal reads JSON; numbers become float64, as they do after YAML.
func Unmarshal(text []byte, into any, _ ...JSONOpt) error {
	return json.Unmarshal(text, into)
}

// UnmarshalStrict is the same: the texts are written from values, in which no key comes twice.
func UnmarshalStrict(text []byte, into any, _ ...JSONOpt) error {
	return json.Unmarshal(text, into)
}

// Marshal writes JSON.
func Marshal(value any) ([]byte, error) {
	return json.Marshal(value)
}
