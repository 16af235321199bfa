package main

import (
	"regexp"

	"sigs.k8s.io/yaml"
)

// kustomizationFacts is what a build has to know about a kustomization file before kustomize reads it.
type kustomizationFacts struct {
	// remotes are the bases that kustomize would fetch.
	remotes []string
	// ownSchema says that the file replaces kyaml's global OpenAPI schema.
	ownSchema bool
}

// remoteBase matches what kustomize takes for a git address: a scheme, an scp-like user@host, or github.com.
var remoteBase = regexp.MustCompile(`(?i)^(git::)?([a-z]+://|[a-z][a-z0-9-]*@[^/]+[:/]|github\.com[:/])`)

// factsOf reads the facts; a file that does not parse has none, and kustomize says what is wrong with it.
func factsOf(content []byte) kustomizationFacts {
	var fields struct {
		Resources  []string       `json:"resources"`
		Bases      []string       `json:"bases"`
		Components []string       `json:"components"`
		OpenAPI    map[string]any `json:"openapi"`
	}
	if err := yaml.Unmarshal(content, &fields); err != nil {
		return kustomizationFacts{}
	}
	facts := kustomizationFacts{ownSchema: len(fields.OpenAPI) > 0}
	for _, list := range [][]string{fields.Resources, fields.Bases, fields.Components} {
		for _, entry := range list {
			if remoteBase.MatchString(entry) {
				facts.remotes = append(facts.remotes, entry)
			}
		}
	}
	return facts
}
