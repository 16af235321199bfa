package main

import (
	"errors"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// failure says why a template does not compile, and where.
type failure struct {
	Message string `json:"message"`
	Module  string `json:"module,omitempty"`
	Row     int    `json:"row,omitempty"`
	Col     int    `json:"col,omitempty"`
}

// explain takes the first of OPA's errors: the others often follow from it.
func explain(err error) *failure {
	var several ast.Errors
	if errors.As(err, &several) && len(several) > 0 {
		return explainOne(several[0])
	}
	var one *ast.Error
	if errors.As(err, &one) {
		return explainOne(one)
	}
	return &failure{Message: oneLine(err.Error())}
}

func explainOne(err *ast.Error) *failure {
	explained := &failure{Message: oneLine(err.Message)}
	if err.Location != nil {
		explained.Module, explained.Row, explained.Col = err.Location.File, err.Location.Row, err.Location.Col
	}
	return explained
}

// oneLine takes lists of errors apart into one sentence.
func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}
