// Command kustomize-builder builds many kustomization roots in one process with kustomize's own Go API.
//
// stdin: one root for each line: a JSON string, its absolute path, or a JSON object (see request).
// stdout: one JSON line for each root, as soon as it is built:
// {"root":"/...","objects":[...]} or {"root":"/...","error":"..."}; with "id", "origins" and "variables" where asked.
// With -serial it builds one root after the other.
// It never opens a connection and never starts a program.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
)

func main() {
	// What the environment holds must not reach a build: a key without a value in an env file would read it.
	os.Clearenv()
	refuseNetwork()
	stderr := silenceWarnings()
	// Builds are short and allocate much; collecting less often is worth the memory.
	debug.SetGCPercent(400)
	workers := runtime.GOMAXPROCS(0)
	if len(os.Args) > 1 && os.Args[1] == "-serial" {
		workers = 1
	}
	if err := serve(os.Stdin, os.Stdout, workers); err != nil {
		fmt.Fprintln(stderr, "kustomize-builder:", err)
		os.Exit(1)
	}
}

// silenceWarnings keeps kustomize's notes about deprecated fields from filling a pipe that nobody reads in time; what
// Go itself prints when it dies still comes through. Returns the real stderr.
func silenceWarnings() *os.File {
	stderr := os.Stderr
	log.SetOutput(io.Discard)
	if nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stderr = nowhere
	}
	return stderr
}

// serve answers every line of in on out, in the order in which the builds finish.
func serve(in io.Reader, out io.Writer, count int) error {
	lines := make(chan []byte)
	answers := make(chan []byte)
	builder := newBuilder()
	var workers sync.WaitGroup
	for range count {
		workers.Go(func() {
			for line := range lines {
				answers <- answer(builder, line)
			}
		})
	}
	written := make(chan error, 1)
	go func() { written <- writeAll(out, answers) }()
	readErr := readAll(in, lines)
	close(lines)
	workers.Wait()
	close(answers)
	if err := <-written; err != nil {
		return err
	}
	return readErr
}

func readAll(in io.Reader, lines chan<- []byte) error {
	reader := bufio.NewReader(in)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 1 {
			lines <- line
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// writeAll writes every answer and flushes when no further one is ready. After a failed write it goes on
// taking answers, so that no worker waits for ever.
func writeAll(out io.Writer, answers <-chan []byte) error {
	writer := bufio.NewWriterSize(out, 1<<20)
	var failed error
	for line := range answers {
		if failed != nil {
			continue
		}
		_, failed = writer.Write(line)
		if failed == nil && len(answers) == 0 {
			failed = writer.Flush()
		}
	}
	return failed
}

func answer(builder *builder, line []byte) []byte {
	asked, err := parseRequest(line)
	if err != nil {
		return failure(request{Root: string(line)}, fmt.Sprintf("not a request: %v", err))
	}
	built, err := builder.build(asked)
	if err != nil {
		return failure(asked, err.Error())
	}
	return success(asked, built)
}

func success(asked request, built *result) []byte {
	line, _ := json.Marshal(struct {
		Root      string         `json:"root"`
		Id        string         `json:"id,omitempty"`
		Origins   []origin       `json:"origins,omitempty"`
		Variables []variableNote `json:"variables,omitempty"`
	}{asked.Root, asked.Id, built.origins, built.variables})
	line = append(line[:len(line)-1], `,"objects":[`...)
	for index, object := range built.objects {
		if index > 0 {
			line = append(line, ',')
		}
		line = append(line, object...)
	}
	return append(line, "]}\n"...)
}

func failure(asked request, message string) []byte {
	line, _ := json.Marshal(struct {
		Root  string `json:"root"`
		Id    string `json:"id,omitempty"`
		Error string `json:"error"`
	}{asked.Root, asked.Id, message})
	return append(line, '\n')
}
