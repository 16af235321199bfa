// Command kustomize-builder builds many kustomization roots in one process with kustomize's own Go API.
//
// stdin: one JSON string for each line, the absolute path of a root.
// stdout: one JSON line for each root, as soon as it is built:
// {"root":"/...","objects":[...]} or {"root":"/...","error":"..."}.
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
	if err := serve(os.Stdin, os.Stdout); err != nil {
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
func serve(in io.Reader, out io.Writer) error {
	lines := make(chan []byte)
	answers := make(chan []byte)
	builder := newBuilder()
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
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
	var root string
	if err := json.Unmarshal(line, &root); err != nil {
		return failure(string(line), fmt.Sprintf("not a JSON string: %v", err))
	}
	objects, err := builder.build(root)
	if err != nil {
		return failure(root, err.Error())
	}
	return success(root, objects)
}

func success(root string, objects [][]byte) []byte {
	name, _ := json.Marshal(root)
	line := append([]byte(`{"root":`), name...)
	line = append(line, `,"objects":[`...)
	for index, object := range objects {
		if index > 0 {
			line = append(line, ',')
		}
		line = append(line, object...)
	}
	return append(line, "]}\n"...)
}

func failure(root, message string) []byte {
	line, _ := json.Marshal(struct {
		Root  string `json:"root"`
		Error string `json:"error"`
	}{root, message})
	return append(line, '\n')
}
