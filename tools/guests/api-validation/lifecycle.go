package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
)

// stage is what Kubernetes says about the life of one kind in one apiVersion; versions are "1.25", or empty.
type stage struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Deprecated string `json:"deprecated,omitempty"`
	Removed    string `json:"removed,omitempty"`
}

// lifecycle prints every kind that has an end, one JSON text on each line.
func lifecycle() error {
	found := map[string]stage{}
	for _, known := range []*runtime.Scheme{scheme.Scheme, others} {
		for kind, goType := range known.AllKnownTypes() {
			if strings.HasSuffix(kind.Kind, "List") || kind.Version == runtime.APIVersionInternal {
				continue
			}
			one := stage{APIVersion: kind.GroupVersion().String(), Kind: kind.Kind}
			object := reflect.New(goType).Interface()
			if is, ok := object.(interface{ APILifecycleDeprecated() (int, int) }); ok {
				major, minor := is.APILifecycleDeprecated()
				one.Deprecated = fmt.Sprintf("%d.%d", major, minor)
			}
			if is, ok := object.(interface{ APILifecycleRemoved() (int, int) }); ok {
				major, minor := is.APILifecycleRemoved()
				one.Removed = fmt.Sprintf("%d.%d", major, minor)
				found[kind.String()] = one
			}
		}
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	sort.Strings(names)
	encoder := json.NewEncoder(os.Stdout)
	for _, name := range names {
		if err := encoder.Encode(found[name]); err != nil {
			return err
		}
	}
	return nil
}
