package main

import (
	"fmt"
	"regexp/syntax"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"
)

// hostMatch takes the place of regex.match where the pattern is written in the policy: OPA's WebAssembly compiles a pattern
// anew for every object, which takes longer than all else. Its first operand is the pattern for JavaScript.
var hostMatch = &ast.Builtin{
	Name: "seatrial.regex_match",
	Decl: types.NewFunction(types.Args(types.S, types.S), types.B),
}

var matchBuiltins = []*ast.Builtin{ast.RegexMatch, ast.RegexMatchDeprecated}

// replaceMatch leaves every pattern alone that JavaScript may read otherwise.
func replaceMatch(call []*ast.Term) {
	ref, ok := call[0].Value.(ast.Ref)
	if !ok || len(call) < 3 {
		return
	}
	for _, builtin := range matchBuiltins {
		pattern, ok := call[1].Value.(ast.String)
		if !ok || !ref.Equal(builtin.Ref()) {
			continue
		}
		if translated, ok := toJavaScript(string(pattern)); ok {
			call[0] = ast.NewTerm(hostMatch.Ref()).SetLocation(call[0].Location)
			call[1] = ast.StringTerm(translated).SetLocation(call[1].Location)
		}
	}
}

// toJavaScript writes a pattern for a RegExp with the flag u. Whether there is a match does not hang on what is greedy or
// on what is captured, so both are left out.
func toJavaScript(pattern string) (string, bool) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return "", false
	}
	var out strings.Builder
	ok := writeJavaScript(&out, parsed, false)
	return out.String(), ok
}

// writeJavaScript refuses a repetition inside a repetition: JavaScript may try for ever what RE2 knows at once.
func writeJavaScript(out *strings.Builder, node *syntax.Regexp, repeated bool) bool {
	switch node.Op {
	case syntax.OpEmptyMatch:
		return true
	case syntax.OpLiteral:
		for _, char := range node.Rune {
			writeRune(out, char)
		}
		return node.Flags&syntax.FoldCase == 0
	case syntax.OpCharClass:
		out.WriteByte('[')
		for at := 0; at < len(node.Rune); at += 2 {
			writeRune(out, node.Rune[at])
			out.WriteByte('-')
			writeRune(out, node.Rune[at+1])
		}
		out.WriteByte(']')
		return true
	case syntax.OpAnyCharNotNL:
		out.WriteString(`[^\n]`)
		return true
	case syntax.OpBeginText:
		out.WriteByte('^')
		return true
	case syntax.OpEndText:
		out.WriteByte('$')
		return true
	case syntax.OpCapture:
		return writeGroup(out, node.Sub[:1], "", repeated)
	case syntax.OpConcat:
		return writeGroup(out, node.Sub, "", repeated)
	case syntax.OpAlternate:
		return writeGroup(out, node.Sub, "|", repeated)
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		return !repeated && writeGroup(out, node.Sub, "", true) && writeRepeat(out, node)
	default:
		return false
	}
}

func writeGroup(out *strings.Builder, parts []*syntax.Regexp, between string, repeated bool) bool {
	out.WriteString("(?:")
	for index, part := range parts {
		if index > 0 {
			out.WriteString(between)
		}
		if !writeJavaScript(out, part, repeated) {
			return false
		}
	}
	out.WriteByte(')')
	return true
}

func writeRepeat(out *strings.Builder, node *syntax.Regexp) bool {
	switch node.Op {
	case syntax.OpStar:
		out.WriteByte('*')
	case syntax.OpPlus:
		out.WriteByte('+')
	case syntax.OpQuest:
		out.WriteByte('?')
	default:
		if node.Max < 0 {
			fmt.Fprintf(out, "{%d,}", node.Min)
		} else {
			fmt.Fprintf(out, "{%d,%d}", node.Min, node.Max)
		}
	}
	return true
}

func writeRune(out *strings.Builder, char rune) {
	fmt.Fprintf(out, `\u{%x}`, char)
}
