package main

import (
	"context"
	"errors"
	"maps"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/types"
)

// entryPoint is the rule of entryModule.
const entryPoint = "hooks/violation"

// entryModule takes from each violation what Gatekeeper's own hook takes (frameworks, drivers/rego/rego.go): a violation
// without a msg is none.
var entryModule = ast.MustParseModuleWithOpts(`package hooks

violation[response] {
	data.template.violation[r]
	response := {"details": object.get(r, "details", {}), "msg": r.msg}
}
`, ast.ParserOptions{RegoVersion: ast.RegoV0})

// externalData is what Gatekeeper adds to OPA's built-ins where external data is on. It compiles, and whoever runs the
// module says that nothing answers it.
var externalData = &ast.Builtin{
	Name: "external_data",
	Decl: types.NewFunction(types.Args(types.A), types.A),
}

func capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	all.Builtins = append(all.Builtins, externalData)
	return all
}

func capabilitiesOfHost() *ast.Capabilities {
	all := capabilities()
	all.Builtins = append(all.Builtins, hostMatch)
	for _, exact := range exactBuiltins {
		all.Builtins = append(all.Builtins, exact.builtin)
	}
	return all
}

// compileModules first compiles what was written, as Gatekeeper does, so that every error is in those words, and then
// the form that runs on WebAssembly.
func compileModules(modules map[string]*ast.Module) (answer, error) {
	written := maps.Clone(modules)
	written[entryPoint] = entryModule
	compiler := ast.NewCompiler().WithCapabilities(capabilities())
	if compiler.Compile(written); compiler.Failed() {
		return answer{}, compiler.Errors
	}
	read := readsOf(compiler.Modules)
	wasm, err := toWasm(modules)
	if err != nil {
		return answer{}, err
	}
	return answer{Wasm: wasm, Inventory: read.kinds(), NamespaceObject: read.namespaceObject}, nil
}

func toWasm(modules map[string]*ast.Module) ([]byte, error) {
	policy := &bundle.Bundle{Data: map[string]any{}}
	policy.Manifest.Init()
	add := func(name string, module *ast.Module) {
		policy.Modules = append(policy.Modules, bundle.ModuleFile{URL: name, Path: name, Parsed: module})
	}
	for name, module := range modules {
		leaveToHost(module)
		add(name, module)
	}
	add(entryPoint, entryModule.Copy())
	builder := compile.New().
		WithCapabilities(capabilitiesOfHost()).
		WithTarget(compile.TargetWasm).
		WithEntrypoints(entryPoint).
		WithPruneUnused(true).
		WithRegoVersion(ast.RegoV0).
		WithBundle(policy)
	if err := builder.Build(context.Background()); err != nil {
		return nil, err
	}
	for _, module := range builder.Bundle().WasmModules {
		return module.Raw, nil
	}
	return nil, errors.New("OPA made no WebAssembly of it")
}
