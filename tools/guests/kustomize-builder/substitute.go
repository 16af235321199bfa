package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/fluxcd/pkg/envsubst"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
	"sigs.k8s.io/yaml"
)

// substitution is the `postBuild` of a Flux Kustomization.
type substitution struct {
	Variables map[string]string `json:"variables"`
}

// variableNote says what substitution met in one object.
type variableNote struct {
	Object int `json:"object"`
	// Unset are the variables without a value and without a default; they count as empty.
	Unset []string `json:"unset,omitempty"`
	// Error says why the object could not be substituted; it stays as it is.
	Error string `json:"error,omitempty"`
}

const substituteKey = "kustomize.toolkit.fluxcd.io/substitute"

// unsetVariable is how envsubst names a variable without a value in its strict mode.
var unsetVariable = regexp.MustCompile(`variable not set \(strict mode\): "([^"]*)"`)

// apply puts the variables into every object as kustomize-controller does: into its YAML text, object by object.
func (s *substitution) apply(built resmap.ResMap) []variableNote {
	var notes []variableNote
	for index, object := range built.Resources() {
		if isExempt(object) {
			continue
		}
		unset, err := s.substitute(object)
		if err != nil {
			notes = append(notes, variableNote{Object: index, Error: err.Error()})
		} else if len(unset) > 0 {
			notes = append(notes, variableNote{Object: index, Unset: unset})
		}
	}
	return notes
}

func isExempt(object *resource.Resource) bool {
	return object.GetLabels()[substituteKey] == "disabled" || object.GetAnnotations()[substituteKey] == "disabled"
}

func (s *substitution) substitute(object *resource.Resource) ([]string, error) {
	text, err := object.AsYAML()
	if err != nil || !strings.Contains(string(text), "$") {
		return nil, err
	}
	output, unset, err := s.expand(string(text))
	if err != nil {
		return nil, err
	}
	json, err := yaml.YAMLToJSON([]byte(output))
	if err != nil {
		return nil, fmt.Errorf("is no YAML after the substitution: %w", err)
	}
	return unset, object.UnmarshalJSON(json)
}

// expand expands a text; each variable that strict mode refuses is noted and counts as empty from then on.
func (s *substitution) expand(text string) (string, []string, error) {
	var unset []string
	for {
		output, err := envsubst.Eval(text, func(name string) (string, bool) {
			value, known := s.Variables[name]
			return value, known || slices.Contains(unset, name)
		})
		if err == nil {
			return output, unset, nil
		}
		missing := unsetVariable.FindStringSubmatch(err.Error())
		if missing == nil || slices.Contains(unset, missing[1]) {
			return "", nil, err
		}
		unset = append(unset, missing[1])
	}
}
