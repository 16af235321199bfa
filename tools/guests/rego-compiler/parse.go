package main

import (
	"errors"
	"fmt"

	"github.com/open-policy-agent/frameworks/constraint/pkg/regorewriter"
	"github.com/open-policy-agent/opa/v1/ast"
)

// Packages that the modules of a template are moved to, as Gatekeeper does it (frameworks,
// constraint/pkg/client/drivers/rego): the code to data.template, libraries from data.lib to data.libs.lib.
const (
	templatePackage = "template"
	libraryPrefix   = "libs"
)

// regoModule is the name of a template's own code in places; its libraries are libs/0, libs/1, ...
const regoModule = "rego"

// parse reads the modules of a template and holds them to Gatekeeper's rules: a rule named violation, libraries below
// data.lib, no other data than data.inventory and those libraries.
func parse(asked template) (map[string]*ast.Module, error) {
	version := ast.RegoV0
	if asked.Version == "v1" {
		version = ast.RegoV1
	}
	entry, err := parseModule(regoModule, asked.Rego, version)
	if err != nil {
		return nil, err
	}
	entry.Package.Path = ast.Ref{ast.DefaultRootDocument, ast.StringTerm(templatePackage)}
	if !definesViolation(entry) {
		return nil, errors.New("it has no rule named violation")
	}
	rewriter, err := regorewriter.New(
		regorewriter.NewPackagePrefixer(libraryPrefix), []string{"data.lib"}, []string{"data.inventory"})
	if err != nil {
		return nil, err
	}
	rewriter.AddEntryPointModule(regoModule, entry)
	modules := map[string]*ast.Module{regoModule: entry}
	for index, source := range asked.Libs {
		name := fmt.Sprintf("libs/%d", index)
		library, err := parseModule(name, source, version)
		if err != nil {
			return nil, err
		}
		if err := rewriter.AddLib(name, library); err != nil {
			return nil, err
		}
		modules[name] = library
	}
	if _, err := rewriter.Rewrite(); err != nil {
		return nil, err
	}
	return modules, nil
}

func parseModule(name, source string, version ast.RegoVersion) (*ast.Module, error) {
	module, err := ast.ParseModuleWithOpts(name, source, ast.ParserOptions{RegoVersion: version})
	if err == nil && module == nil {
		return nil, fmt.Errorf("%s is empty", name)
	}
	return module, err
}

func definesViolation(module *ast.Module) bool {
	for _, rule := range module.Rules {
		if rule.Head.Name == "violation" {
			return true
		}
	}
	return false
}
