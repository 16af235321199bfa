package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

var english = message.NewPrinter(language.English)

// deepest flattens a tree of causes, sorted by place: the validator walks Go maps, whose order changes from run to run.
func deepest(err *jsonschema.ValidationError) []problem {
	problems := flatten(err)
	slices.SortFunc(problems, func(a, b problem) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(problems)
}

// flatten takes a tree of causes apart. References and groups only pass on what is below them; alternatives become one
// problem that names what each of them wants; an unknown property becomes a problem at its own place.
func flatten(err *jsonschema.ValidationError) []problem {
	location := pointer(err.InstanceLocation)
	switch cause := err.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		problems := []problem{}
		for _, property := range cause.Properties {
			place := pointer(append(slices.Clone(err.InstanceLocation), property))
			problems = append(problems, problem{place, fmt.Sprintf("additional properties '%s' not allowed", property)})
		}
		return problems
	case *kind.AnyOf, *kind.OneOf:
		if len(err.Causes) > 0 {
			return alternatives(err)
		}
	}
	if len(err.Causes) == 0 {
		return []problem{{location, err.ErrorKind.LocalizedString(english)}}
	}
	problems := []problem{}
	for _, cause := range err.Causes {
		problems = append(problems, flatten(cause)...)
	}
	return problems
}

// alternatives says what each alternative wants. "May be null" is no alternative worth naming: where one other is
// left, its problems are the answer.
func alternatives(err *jsonschema.ValidationError) []problem {
	wanted := [][]problem{}
	for _, cause := range err.Causes {
		if !wantsNull(cause) {
			wanted = append(wanted, deepest(cause))
		}
	}
	if len(wanted) == 1 {
		return wanted[0]
	}
	location := pointer(err.InstanceLocation)
	messages := []string{}
	for _, problems := range wanted {
		for _, found := range problems {
			text := found.Message
			if below := strings.TrimPrefix(found.Path, location); below != "" {
				text += " at " + below
			}
			if !slices.Contains(messages, text) {
				messages = append(messages, text)
			}
		}
	}
	return []problem{{location, strings.Join(messages, "; or ")}}
}

func wantsNull(err *jsonschema.ValidationError) bool {
	wrong, ok := err.ErrorKind.(*kind.Type)
	return ok && slices.Equal(wrong.Want, []string{"null"})
}

var escapeToken = strings.NewReplacer("~", "~0", "/", "~1")

func pointer(tokens []string) string {
	var text strings.Builder
	for _, token := range tokens {
		text.WriteByte('/')
		text.WriteString(escapeToken.Replace(token))
	}
	return text.String()
}
