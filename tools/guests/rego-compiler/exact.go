package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// exactBuiltin stands in for a built-in whose result OPA's WebAssembly would write otherwise than OPA does: it leaves
// sprintf to the host with its arguments as JSON, where a set is an array, and it visits sets and objects in the order
// of their hashes. The host gets the last operand as Rego text instead, where nothing is lost, and sorts.
type exactBuiltin struct {
	original *ast.Builtin
	builtin  *ast.Builtin
}

var exactBuiltins = []exactBuiltin{
	{ast.Sprintf, &ast.Builtin{Name: "seatrial.sprintf", Decl: types.NewFunction(types.Args(types.S, types.S), types.S)}},
	{ast.Concat, &ast.Builtin{Name: "seatrial.concat", Decl: types.NewFunction(types.Args(types.S, types.S), types.S)}},
	{ast.JSONMarshal, &ast.Builtin{Name: "seatrial.json_marshal", Decl: types.NewFunction(types.Args(types.S), types.S)}},
}

// leaveToHost turns every call of such a built-in in a module into one of its stand-in.
func leaveToHost(module *ast.Module) {
	ast.NewGenericVisitor(func(node any) bool {
		switch node := node.(type) {
		case *ast.Expr:
			if terms, ok := node.Terms.([]*ast.Term); ok {
				replaceCall(terms)
				replaceMatch(terms)
			}
		case ast.Call:
			replaceCall(node)
			replaceMatch(node)
		}
		return false
	}).Walk(module)
}

// replaceCall takes the operator and its operands, of which there may be one more for the result.
func replaceCall(call []*ast.Term) {
	ref, ok := call[0].Value.(ast.Ref)
	if !ok {
		return
	}
	for _, exact := range exactBuiltins {
		last := len(exact.original.Decl.FuncArgs().Args)
		if len(call) > last && ref.Equal(exact.original.Ref()) {
			location := call[0].Location
			call[0] = ast.NewTerm(exact.builtin.Ref()).SetLocation(location)
			call[last] = regoText(call[last]).SetLocation(location)
		}
	}
}

// regoText is a call that yields the text of [term]. The built-in behind template strings writes a list as Rego, and
// WebAssembly has it itself.
func regoText(term *ast.Term) *ast.Term {
	parts := ast.ArrayTerm(ast.ArrayTerm(term))
	return ast.NewTerm(ast.Call{ast.NewTerm(ast.InternalTemplateString.Ref()), parts})
}
