// Command rego-compiler compiles the Rego of Gatekeeper's ConstraintTemplates to WebAssembly with OPA's own compiler.
//
// stdin: one JSON line for each template: {"id":"...","rego":"...","libs":["..."],"version":"v0"}; version is "v1" for
// Rego v1, anything else is v0, as Gatekeeper has it.
// stdout: one JSON line for each, as soon as it is compiled:
// {"id":"...","wasm":"<base64>","inventory":["Ingress"],"namespaceObject":true} or
// {"id":"...","error":{"message":"...","module":"rego","row":3,"col":1}}, module being "rego" or "libs/0", without
// a place where OPA gives none. inventory has the kinds that the template looks up in data.inventory, ["*"] for any;
// namespaceObject says that it looks at input.review.namespaceObject. Both are absent when it does not.
//
// The module's one entry point, hooks/violation, takes {"review":...,"parameters":...} and yields the set of
// {"msg":...,"details":...}. It never opens a connection and never starts a program.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// template is one line of the input.
type template struct {
	ID      string   `json:"id"`
	Rego    string   `json:"rego"`
	Libs    []string `json:"libs"`
	Version string   `json:"version"`
}

// answer is one line of the output.
type answer struct {
	ID              string   `json:"id"`
	Wasm            []byte   `json:"wasm,omitempty"`
	Inventory       []string `json:"inventory,omitempty"`
	NamespaceObject bool     `json:"namespaceObject,omitempty"`
	Error           *failure `json:"error,omitempty"`
}

func main() {
	// What the environment holds must not reach a policy: opa.runtime would show it.
	os.Clearenv()
	// A run is short and allocates much; collecting less often is worth the memory.
	debug.SetGCPercent(400)
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "rego-compiler:", err)
		os.Exit(1)
	}
}

// serve answers every line of in on out, in order.
func serve(in io.Reader, out io.Writer) error {
	reader := bufio.NewReader(in)
	encoder := json.NewEncoder(out)
	for {
		line, readErr := reader.ReadBytes('\n')
		if len(line) > 1 {
			if err := encoder.Encode(answerTo(line)); err != nil {
				return err
			}
		}
		if readErr == io.EOF {
			return nil
		}
		if readErr != nil {
			return readErr
		}
	}
}

func answerTo(line []byte) (result answer) {
	var asked template
	defer func() {
		if reason := recover(); reason != nil {
			result = answer{ID: asked.ID, Error: &failure{Message: fmt.Sprintf("OPA panicked: %v", reason)}}
		}
	}()
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{Error: &failure{Message: fmt.Sprintf("not a template: %v", err)}}
	}
	modules, err := parse(asked)
	if err == nil {
		result, err = compileModules(modules)
	}
	if err != nil {
		return answer{ID: asked.ID, Error: explain(err)}
	}
	result.ID = asked.ID
	return result
}
