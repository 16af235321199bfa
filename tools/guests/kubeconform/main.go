// Command kubeconform checks Kubernetes objects against JSON schemas with kubeconform's own packages. It runs as a
// WASI guest for as long as its stdin is open.
//
// stdin: one JSON line for each object, {"id":1,"schema":"<digest>","object":{...}}; the schema is the file
// /workspace/schemas/<digest>.json.
// stdout: one JSON line for each line of stdin, in the same order:
// {"id":1,"status":"valid|invalid|error","errors":[{"path":"/spec/replicas","message":"..."}],"message":"..."}.
// The errors say what is wrong with an invalid object, the message says why one could not be checked.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

const schemaFolder = "/workspace/schemas"

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "kubeconform:", err)
		os.Exit(1)
	}
}

type question struct {
	ID     int             `json:"id"`
	Schema string          `json:"schema"`
	Object json.RawMessage `json:"object"`
}

type answer struct {
	ID      int       `json:"id"`
	Status  string    `json:"status"`
	Errors  []problem `json:"errors"`
	Message string    `json:"message"`
}

// problem is one thing that is wrong with an object; Path is a JSON pointer (RFC 6901).
type problem struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

// serve answers line by line. What is written is flushed when no further line is waiting, so that a batch costs
// few writes and the last answer of a batch is never held back.
func serve(in io.Reader, out io.Writer) error {
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriterSize(out, 1<<20)
	checker := newChecker(schemaFolder)
	for {
		line, readErr := reader.ReadBytes('\n')
		if len(line) > 1 {
			text, err := json.Marshal(reply(checker, line))
			if err != nil {
				return err
			}
			if _, err := writer.Write(append(text, '\n')); err != nil {
				return err
			}
		}
		if reader.Buffered() == 0 || readErr != nil {
			if err := writer.Flush(); err != nil {
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

// reply is the answer to one line; a panic on the way is an answer too.
func reply(checker *checker, line []byte) (result answer) {
	var asked question
	defer func() {
		if reason := recover(); reason != nil {
			result = failed(asked.ID, fmt.Sprintf("kubeconform panicked: %v", reason))
		}
	}()
	if err := json.Unmarshal(line, &asked); err != nil {
		return failed(asked.ID, fmt.Sprintf("not a line of this protocol: %v", err))
	}
	return checker.check(asked)
}

func failed(id int, message string) answer {
	return answer{ID: id, Status: "error", Errors: []problem{}, Message: message}
}
