package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// yamlSafe writes JSON so that kubeconform, which reads it as YAML, reads the same value: YAML does not join
// surrogate escapes, refuses raw control characters, and folds the line breaks that JSON does not know.
func yamlSafe(object []byte) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(object))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, fmt.Errorf("the object is not JSON: %w", err)
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var safe bytes.Buffer
	for _, letter := range string(text) {
		if refusedByYAML(letter) {
			fmt.Fprintf(&safe, `\u%04x`, letter)
		} else {
			safe.WriteRune(letter)
		}
	}
	return safe.Bytes(), nil
}

// refusedByYAML holds for the characters outside YAML 1.1's printable set (https://yaml.org/spec/1.1/#c-printable)
// and for its own line breaks; JSON has escaped everything below the space already.
func refusedByYAML(letter rune) bool {
	return letter >= 0x7f && letter <= 0x9f || letter == 0x2028 || letter == 0x2029 || letter == 0xfeff ||
		letter == 0xfffe || letter == 0xffff
}
