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

func (b *builder) build(asked request) (*result, error) {
	if !filepath.IsAbs(asked.Root) {
		return nil, fmt.Errorf("the root %q is not an absolute path", asked.Root)
	}
	return asked.within(func() (*result, error) {
		built, seen, err := b.buildShared(asked)
		if seen.ownSchema {
			built, seen, err = b.buildAlone(asked)
		}
		if err != nil {
			return nil, explain(err, seen)
		}
		return built, nil
	})
}

func (b *builder) buildShared(asked request) (*result, *observations, error) {
	b.schema.RLock()
	defer b.schema.RUnlock()
	seen := &observations{refuseOwnSchema: true}
	built, err := b.run(asked, seen)
	return built, seen, err
}

func (b *builder) buildAlone(asked request) (*result, *observations, error) {
	b.schema.Lock()
	defer b.schema.Unlock()
	defer loadDefaultSchema()
	seen := &observations{}
	built, err := b.run(asked, seen)
	return built, seen, err
}

// run builds a root. An annotation that is there only to note an object's file must not change what is built, and a
// JSON patch of annotations would see it: then the root is built without, and the files are taken from another build.
func (b *builder) run(asked request, seen *observations) (*result, error) {
	if !asked.Origins {
		return b.runOnce(asked, seen)
	}
	annotated, err := b.runOnce(asked, seen)
	if err != nil || !seen.patchesAnnotations {
		return annotated, err
	}
	asked.Origins = false
	plain, err := b.runOnce(asked, seen)
	if err == nil && len(plain.objects) == len(annotated.objects) {
		plain.origins = annotated.origins
	}
	return plain, err
}

// runOnce is one kustomize build with the options of the command line's default: files from inside the root only, no
// plugins, no helm, no exec, the default order.
func (b *builder) runOnce(asked request, seen *observations) (built *result, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			built, err = nil, fmt.Errorf("kustomize panicked: %v", reason)
		}
	}()
	files, err := newView(b.disk, seen, asked)
	if err != nil {
		return nil, err
	}
	options := krusty.MakeDefaultOptions()
	options.Reorder = krusty.ReorderOptionUnspecified
	if asked.AnyFile {
		options.LoadRestrictions = types.LoadRestrictionsNone
	}
	objects, err := krusty.MakeKustomizer(options).Run(files, asked.Root)
	if err != nil {
		return nil, err
	}
	built = &result{}
	if asked.Origins {
		if built.origins, err = takeOrigins(objects); err != nil {
			return nil, err
		}
	}
	if asked.Substitute != nil {
		built.variables = asked.Substitute.apply(objects)
	}
	built.objects, err = toJSON(objects)
	return built, err
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
