// Renders Go templates as Argo CD's ApplicationSet controller does: text/template with missingkey=error, and those of
// sprig's functions that the compiler's templates use. Standard input: a JSON list of {text, params}. Standard output:
// a JSON list of {text, error}.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"
)

type request struct {
	Text   string         `json:"text"`
	Params map[string]any `json:"params"`
}

type answer struct {
	Text  string `json:"text"`
	Error string `json:"error,omitempty"`
}

func indent(spaces int, text string) string {
	pad := strings.Repeat(" ", spaces)
	return pad + strings.ReplaceAll(text, "\n", "\n"+pad)
}

var functions = template.FuncMap{
	"toJson": func(value any) string {
		text, _ := json.Marshal(value)
		return string(text)
	},
	"hasKey": func(object map[string]any, key string) bool {
		_, found := object[key]
		return found
	},
	"indent":  indent,
	"nindent": func(spaces int, text string) string { return "\n" + indent(spaces, text) },
}

// The controller hands the values of a clusters generator on as texts.
func texts(values map[string]any) map[string]string {
	converted := map[string]string{}
	for key, value := range values {
		converted[key] = fmt.Sprint(value)
	}
	return converted
}

func render(asked request) answer {
	if values, ok := asked.Params["values"].(map[string]any); ok {
		asked.Params["values"] = texts(values)
	}
	parsed, err := template.New("").Funcs(functions).Option("missingkey=error").Parse(asked.Text)
	if err != nil {
		return answer{Error: err.Error()}
	}
	var text strings.Builder
	if err := parsed.Execute(&text, asked.Params); err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Text: text.String()}
}

func main() {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	answers := make([]answer, 0, len(requests))
	for _, asked := range requests {
		answers = append(answers, render(asked))
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
