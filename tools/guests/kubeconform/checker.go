package main

import (
	"fmt"
	"path"
	"regexp"

	"github.com/yannh/kubeconform/pkg/resource"
	"github.com/yannh/kubeconform/pkg/validator"
)

// checker keeps one kubeconform validator for each schema, for the life of the process.
type checker struct {
	folder  string
	schemas map[string]*schema
}

type schema struct {
	path      string
	validator validator.Validator
	detail    *detail
}

func newChecker(folder string) *checker {
	return &checker{folder: folder, schemas: map[string]*schema{}}
}

func (c *checker) check(asked question) answer {
	found, err := c.schema(asked.Schema)
	if err != nil {
		return failed(asked.ID, err.Error())
	}
	result := found.validator.ValidateResource(resource.Resource{Bytes: asked.Object})
	switch result.Status {
	case validator.Valid:
		return answer{ID: asked.ID, Status: "valid", Errors: []problem{}}
	case validator.Invalid:
		return answer{ID: asked.ID, Status: "invalid", Errors: found.problems(asked.Object, result)}
	case validator.Error:
		return failed(asked.ID, found.reason(result.Err).Error())
	default:
		return failed(asked.ID, "the object is empty")
	}
}

// digestPattern keeps a digest from being a path or a template of kubeconform's schema locations.
var digestPattern = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func (c *checker) schema(digest string) (*schema, error) {
	if known, ok := c.schemas[digest]; ok {
		return known, nil
	}
	if !digestPattern.MatchString(digest) {
		return nil, fmt.Errorf("%q is not the digest of a schema", digest)
	}
	location := path.Join(c.folder, digest+".json")
	made, err := validator.New([]string{location}, validator.Opts{Strict: true})
	if err != nil {
		return nil, err
	}
	c.schemas[digest] = &schema{path: location, validator: made}
	return c.schemas[digest], nil
}

// reason is why an object could not be checked. kubeconform says "could not find schema" also for a schema that
// does not compile or refers to one that cannot be loaded; compiling it once more says what is wrong.
func (s *schema) reason(err error) error {
	if loadErr := s.details().err; loadErr != nil {
		return loadErr
	}
	return err
}

// problems are the deepest causes; kubeconform itself passes on the first level only, which for a schema with
// references or alternatives says no more than "validation failed".
func (s *schema) problems(object []byte, result validator.Result) []problem {
	if deep := s.details().problems(object); len(deep) > 0 {
		return deep
	}
	list := []problem{}
	for _, cause := range result.ValidationErrors {
		list = append(list, problem{Path: cause.Path, Message: cause.Msg})
	}
	if len(list) == 0 {
		list = append(list, problem{Message: result.Err.Error()})
	}
	return list
}

func (s *schema) details() *detail {
	if s.detail == nil {
		s.detail = newDetail(s.path)
	}
	return s.detail
}
