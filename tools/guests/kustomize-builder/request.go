package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
)

// request is one root to build. A plain JSON string stands for a request with nothing but the root.
type request struct {
	// Root is the absolute path of the folder with the kustomization file.
	Root string `json:"root"`
	// Id is given back with the answer, for a root that is built in more than one way.
	Id string `json:"id"`
	// Origins asks for the file of each object.
	Origins bool `json:"origins"`
	// AnyFile lets a kustomization read files above its own folder, as Flux does.
	AnyFile bool `json:"anyFile"`
	// Within is the folder that no file may be outside of; empty: anywhere.
	Within string `json:"within"`
	// Seconds is the time after which the build counts as failed; 0: none.
	Seconds float64 `json:"seconds"`
	// Edit changes the root's own kustomization before the build, as an engine does.
	Edit *edit `json:"edit"`
	// Substitute puts variables into what was built, as Flux does.
	Substitute *substitution `json:"substitute"`
}

func parseRequest(line []byte) (request, error) {
	var asked request
	if bytes.HasPrefix(bytes.TrimSpace(line), []byte(`"`)) {
		err := json.Unmarshal(line, &asked.Root)
		return asked, err
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&asked)
	return asked, err
}

// result is what a build yields.
type result struct {
	objects [][]byte
	// origins has one entry for each object, when asked for.
	origins []origin
	// variables are the objects that substitution met something in.
	variables []variableNote
}

// within ends the wait for a build that takes longer than asked. The build itself cannot be stopped; it ends with
// the process.
func (asked request) within(build func() (*result, error)) (*result, error) {
	if asked.Seconds <= 0 {
		return build()
	}
	type outcome struct {
		built *result
		err   error
	}
	ended := make(chan outcome, 1)
	go func() {
		built, err := build()
		ended <- outcome{built, err}
	}()
	select {
	case known := <-ended:
		return known.built, known.err
	case <-time.After(time.Duration(asked.Seconds * float64(time.Second))):
		return nil, fmt.Errorf("takes longer than %g s to build", asked.Seconds)
	}
}
