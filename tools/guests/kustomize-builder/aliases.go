package main

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v3"
)

// endlessAliases says that a file's aliases expand beyond any use. kustomize itself overflows its stack on an
// alias that contains itself, which no recover catches, and fills the memory on a nest of aliases.
type endlessAliases struct{ path string }

func (e *endlessAliases) Error() string {
	return fmt.Sprintf("the YAML aliases in %s expand without end", e.path)
}

// expansionLimit is the number of nodes that one document may expand to; the largest real CRD has some 30,000.
const expansionLimit = 1_000_000

// checkAliases refuses a file whose documents contain themselves or expand beyond expansionLimit.
func checkAliases(path string, content []byte) error {
	if !bytes.ContainsRune(content, '&') || !bytes.ContainsRune(content, '*') {
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	for {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			return nil // the end, or not YAML: kustomize says so if it needs the file as YAML
		}
		if size := expandedSize(&document, map[*yaml.Node]int{}); size > expansionLimit {
			return &endlessAliases{path}
		}
	}
}

// expandedSize counts the nodes of a document with its aliases written out; more than expansionLimit stands for
// endless too.
func expandedSize(node *yaml.Node, known map[*yaml.Node]int) int {
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	if size, ok := known[node]; ok {
		return size
	}
	known[node] = expansionLimit + 1 // what a node that contains itself finds
	size := 1
	for _, child := range node.Content {
		size += expandedSize(child, known)
		if size > expansionLimit {
			return expansionLimit + 1
		}
	}
	known[node] = size
	return size
}
