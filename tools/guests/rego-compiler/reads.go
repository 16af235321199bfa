package main

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// reads says what a template looks at beyond the object and the parameters.
type reads struct {
	// inventory holds the kinds that it looks up in data.inventory; anyKind where that is not in its words.
	inventory       map[string]bool
	namespaceObject bool
}

const anyKind = "*"

// readsOf takes compiled modules, where every name is resolved. It may say too much, never too little: a template that
// hands input, input.review or data.inventory on as a whole may look at anything in it.
func readsOf(modules map[string]*ast.Module) reads {
	found := reads{inventory: map[string]bool{}}
	for _, module := range modules {
		ast.WalkRefs(module, func(ref ast.Ref) bool {
			switch {
			case ref[0].Equal(ast.InputRootDocument):
				found.namespaceObject = found.namespaceObject || mayReadNamespaceObject(ref)
			case ref[0].Equal(ast.DefaultRootDocument):
				if kind := inventoryKind(ref); kind != "" {
					found.inventory[kind] = true
				}
			}
			return false
		})
	}
	return found
}

// kinds is sorted; nil for a template that does not look at the inventory.
func (r reads) kinds() []string {
	if r.inventory[anyKind] {
		return []string{anyKind}
	}
	return slices.Sorted(maps.Keys(r.inventory))
}

// inventoryKind is the kind in data.inventory.cluster[version][kind] or data.inventory.namespace[name][version][kind].
func inventoryKind(ref ast.Ref) string {
	if len(ref) > 1 && !ref[1].Equal(ast.StringTerm("inventory")) {
		return ""
	}
	if len(ref) < 3 {
		return anyKind
	}
	at := 4
	if ref[2].Equal(ast.StringTerm("namespace")) {
		at = 5
	} else if !ref[2].Equal(ast.StringTerm("cluster")) {
		return anyKind
	}
	if len(ref) <= at {
		return anyKind
	}
	if kind, ok := ref[at].Value.(ast.String); ok {
		return string(kind)
	}
	return anyKind
}

func mayReadNamespaceObject(ref ast.Ref) bool {
	if len(ref) < 2 {
		return true
	}
	field, ok := ref[1].Value.(ast.String)
	if !ok {
		return true
	}
	if field != "review" {
		return false
	}
	if len(ref) < 3 {
		return true
	}
	part, ok := ref[2].Value.(ast.String)
	return !ok || part == "namespaceObject"
}
