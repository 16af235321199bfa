package main

import (
	"fmt"

	"sigs.k8s.io/yaml"
)

// edit is what an engine changes in the kustomization file of the root itself before it builds it: Argo CD with
// `kustomize edit`, Flux with its generator.
type edit struct {
	// Create writes a kustomization with these resources, for a folder without one.
	Create *[]string `json:"create"`
	// Set replaces whole fields.
	Set map[string]any `json:"set"`
	// Append adds to the end of lists.
	Append map[string][]any `json:"append"`
	// Named merges entries into lists by their name.
	Named map[string][]map[string]any `json:"named"`
	// Merge adds to maps; a key that is there is replaced.
	Merge map[string]map[string]any `json:"merge"`
}

// apply returns the kustomization after the edit.
func (e *edit) apply(content []byte) ([]byte, error) {
	fields := map[string]any{}
	if err := yaml.Unmarshal(content, &fields); err != nil {
		return nil, fmt.Errorf("invalid Kustomization: %w", err)
	}
	for key, value := range e.Set {
		fields[key] = value
	}
	for key, values := range e.Append {
		before, _ := fields[key].([]any)
		fields[key] = append(before, values...)
	}
	for key, entries := range e.Named {
		fields[key] = mergeNamed(fields[key], entries)
	}
	for key, values := range e.Merge {
		before, ok := fields[key].(map[string]any)
		if !ok {
			before = map[string]any{}
		}
		for name, value := range values {
			before[name] = value
		}
		fields[key] = before
	}
	return yaml.Marshal(fields)
}

func mergeNamed(known any, entries []map[string]any) []any {
	list, _ := known.([]any)
	for _, entry := range entries {
		merged := false
		for _, one := range list {
			if before, ok := one.(map[string]any); ok && before["name"] == entry["name"] {
				mergeEntry(before, entry)
				merged = true
			}
		}
		if !merged {
			list = append(list, entry)
		}
	}
	return list
}

// mergeEntry overrides fields one by one; of an image, tag and digest are one setting.
func mergeEntry(before, entry map[string]any) {
	if entry["newTag"] != nil || entry["digest"] != nil {
		delete(before, "newTag")
		delete(before, "digest")
	}
	for key, value := range entry {
		before[key] = value
	}
}

// created is a kustomization of resources. kustomize refuses one that is empty, and Flux writes this namespace then.
func created(resources []string) ([]byte, error) {
	fields := map[string]any{"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization"}
	if len(resources) == 0 {
		fields["namespace"] = "_placeholder"
	} else {
		fields["resources"] = resources
	}
	return yaml.Marshal(fields)
}
