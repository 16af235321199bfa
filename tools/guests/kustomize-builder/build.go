package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/openapi"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// builder builds roots, several at a time. kyaml keeps the OpenAPI schema in one global: a root that brings its
// own schema is built alone, and the default schema is put back after it.
type builder struct {
	disk   *disk
	schema sync.RWMutex
}

func newBuilder() *builder {
	loadDefaultSchema()
	return &builder{disk: newDisk()}
}

// loadDefaultSchema parses the built-in schema once, so that builds at the same time only read it.
func loadDefaultSchema() {
	openapi.ResetOpenAPI()
	openapi.SchemaForResourceType(yaml.TypeMeta{APIVersion: "v1", Kind: "ConfigMap"})
}

func (b *builder) build(root string) ([][]byte, error) {
	if !filepath.IsAbs(root) {
		return nil, fmt.Errorf("the root %q is not an absolute path", root)
	}
	objects, seen, err := b.buildShared(root)
	if seen.ownSchema {
		objects, seen, err = b.buildAlone(root)
	}
	if err != nil {
		return nil, explain(err, seen)
	}
	return objects, nil
}

func (b *builder) buildShared(root string) ([][]byte, *observations, error) {
	b.schema.RLock()
	defer b.schema.RUnlock()
	seen := &observations{refuseOwnSchema: true}
	objects, err := run(&view{disk: b.disk, seen: seen}, root)
	return objects, seen, err
}

func (b *builder) buildAlone(root string) ([][]byte, *observations, error) {
	b.schema.Lock()
	defer b.schema.Unlock()
	defer loadDefaultSchema()
	seen := &observations{}
	objects, err := run(&view{disk: b.disk, seen: seen}, root)
	return objects, seen, err
}

// run is one kustomize build with the options of the command line's default: files from inside the root only, no
// plugins, no helm, no exec, the default order.
func run(files *view, root string) (objects [][]byte, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			objects, err = nil, fmt.Errorf("kustomize panicked: %v", reason)
		}
	}()
	options := krusty.MakeDefaultOptions()
	options.Reorder = krusty.ReorderOptionUnspecified
	built, err := krusty.MakeKustomizer(options).Run(files, root)
	if err != nil {
		return nil, err
	}
	return toJSON(built)
}

func toJSON(built resmap.ResMap) ([][]byte, error) {
	objects := make([][]byte, 0, built.Size())
	for _, resource := range built.Resources() {
		object, err := resource.MarshalJSON()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", resource.CurId(), err)
		}
		objects = append(objects, object)
	}
	return objects, nil
}

// explain puts what kustomize says about the things that are off here into one sentence.
func explain(err error, seen *observations) error {
	if seen.refusal != nil {
		return seen.refusal
	}
	text := err.Error()
	if url := refusedURL(text); url != "" {
		return fmt.Errorf("needs the network: %s", url)
	}
	switch {
	case strings.Contains(text, "no 'git' program on path"):
		return fmt.Errorf("needs the network: %s", seen.firstRemote())
	case strings.Contains(text, "must specify --enable-helm"):
		return fmt.Errorf("uses helmCharts, which are not built here")
	case types.IsErrOnlyBuiltinPluginsAllowed(err) || strings.Contains(text, "external plugins disabled"):
		return fmt.Errorf("uses a plugin, which is not run here: %s", text)
	}
	return err
}
