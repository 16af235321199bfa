package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"k8s.io/kube-openapi/pkg/validation/strfmt"
)

// detail is a schema compiled a second time, as kubeconform compiles it, to learn what kubeconform keeps to itself:
// why it did not compile, and the deepest causes of an invalid object. It never decides whether one is valid.
type detail struct {
	compiled *jsonschema.Schema
	err      error
}

func newDetail(path string) *detail {
	content, err := os.ReadFile(path)
	if err != nil {
		return &detail{err: fmt.Errorf("the schema cannot be read: %w", err)}
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return &detail{err: fmt.Errorf("the schema %s is not JSON: %w", path, err)}
	}
	if document == nil {
		return &detail{err: fmt.Errorf("the schema %s is null", path)}
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft4)
	compiler.RegisterFormat(&jsonschema.Format{Name: "duration", Validate: isDuration})
	compiler.UseLoader(jsonschema.SchemeURLLoader{"file": jsonschema.FileLoader{}})
	if err := compiler.AddResource(path, document); err != nil {
		return &detail{err: fmt.Errorf("the schema %s does not compile: %w", path, err)}
	}
	compiled, err := compiler.Compile(path)
	if err != nil {
		return &detail{err: fmt.Errorf("the schema %s does not compile: %w", path, err)}
	}
	return &detail{compiled: compiled}
}

func (d *detail) problems(object []byte) []problem {
	if d.err != nil {
		return nil
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(object))
	if err != nil {
		return nil
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(d.compiled.Validate(value), &invalid) {
		return nil
	}
	return deepest(invalid)
}

var isoDuration = regexp.MustCompile(`^P(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$`)

// isDuration takes Go's form and ISO 8601's, as kubeconform does.
func isDuration(value any) error {
	text, ok := value.(string)
	if !ok || isoDuration.MatchString(text) {
		return nil
	}
	_, err := strfmt.ParseDuration(text)
	return err
}
