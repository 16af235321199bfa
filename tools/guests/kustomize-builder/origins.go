package main

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"
	"sigs.k8s.io/kustomize/api/resmap"
)

// origin says where an object comes from; paths are relative to the root.
type origin struct {
	// Path is the file that holds the object.
	Path string `json:"path,omitempty"`
	// ConfiguredIn is the kustomization that generates the object.
	ConfiguredIn string `json:"configuredIn,omitempty"`
	// Repo is set for an object from another repository.
	Repo string `json:"repo,omitempty"`
}

const originAnnotations = "originAnnotations"

// withOrigins makes a kustomization note the file of each object in an annotation. A file that is not understood
// stays as it is: kustomize says what is wrong with it.
func withOrigins(content []byte) []byte {
	var document yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	if decoder.Decode(&document) != nil || len(document.Content) != 1 {
		return content
	}
	if rest := (yaml.Node{}); decoder.Decode(&rest) == nil {
		return content
	}
	fields := document.Content[0]
	if fields.Kind != yaml.MappingNode {
		return content
	}
	for index := 0; index+1 < len(fields.Content); index += 2 {
		if fields.Content[index].Value == "buildMetadata" {
			return withOriginsBeside(content, &document, fields.Content[index+1])
		}
	}
	// Appended text leaves the lines above it where they are, so that kustomize's messages name the right ones.
	if fields.Style&yaml.FlowStyle == 0 && !bytes.Contains(content, []byte("\n...")) {
		return append(bytes.Clone(content), []byte("\nbuildMetadata: ["+originAnnotations+"]\n")...)
	}
	key := &yaml.Node{Kind: yaml.ScalarNode, Value: "buildMetadata"}
	list := &yaml.Node{Kind: yaml.SequenceNode}
	fields.Content = append(fields.Content, key, list)
	return withOriginsBeside(content, &document, list)
}

func withOriginsBeside(content []byte, document, list *yaml.Node) []byte {
	if list.Kind != yaml.SequenceNode {
		return content
	}
	asked := func(node *yaml.Node) bool { return node.Value == originAnnotations }
	if slices.ContainsFunc(list.Content, asked) {
		return content
	}
	list.Content = append(list.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: originAnnotations})
	changed, err := yaml.Marshal(document)
	if err != nil {
		return content
	}
	return changed
}

// takeOrigins takes the annotations that withOrigins has asked for off the objects.
func takeOrigins(built resmap.ResMap) ([]origin, error) {
	origins := make([]origin, 0, built.Size())
	for _, resource := range built.Resources() {
		found, err := resource.GetOrigin()
		if err != nil || found == nil {
			origins = append(origins, origin{})
			continue
		}
		origins = append(origins, origin{found.Path, found.ConfiguredIn, found.Repo})
		if err := resource.SetOrigin(nil); err != nil {
			return nil, err
		}
	}
	return origins, nil
}
