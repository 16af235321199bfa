// Command api-validation reads objects, one JSON text after the other, and answers each with one line: what the API
// server's own code says when it is created. It is the oracle of the validator's admission rules; only tests build it.
package main

import (
	"bufio"
	"encoding/json"
	"os"
)

type cause struct {
	Field  string `json:"field"`
	Type   string `json:"type"`
	Detail string `json:"detail"`
}

type answer struct {
	// Unknown: there is no strategy for this kind here.
	Unknown  bool     `json:"unknown,omitempty"`
	Decode   string   `json:"decode,omitempty"`
	Causes   []cause  `json:"causes"`
	Warnings []string `json:"warnings,omitempty"`
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "lifecycle" {
		if err := lifecycle(); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(2)
		}
		return
	}
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var text json.RawMessage
		if err := decoder.Decode(&text); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(2)
		}
		if err := encoder.Encode(judge(text)); err != nil {
			os.Exit(2)
		}
	}
}
