package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// disk is the real disk, read once: roots share their bases, so each file is read and checked once in a process.
type disk struct {
	filesys.FileSystem
	files sync.Map // path -> *file
	paths sync.Map // path -> cleaned
}

type file struct {
	content []byte
	err     error
	facts   kustomizationFacts
}

type cleaned struct {
	folder filesys.ConfirmedDir
	name   string
	err    error
}

func newDisk() *disk {
	return &disk{FileSystem: filesys.MakeFsOnDisk()}
}

func (d *disk) read(path string) *file {
	if known, ok := d.files.Load(path); ok {
		return known.(*file)
	}
	read := &file{}
	read.content, read.err = d.FileSystem.ReadFile(path)
	if read.err == nil {
		read.err = checkAliases(path, read.content)
	}
	if read.err == nil && slices.Contains(konfig.RecognizedKustomizationFileNames(), filepath.Base(path)) {
		read.facts = factsOf(read.content)
	}
	d.files.Store(path, read)
	return read
}

func (d *disk) CleanedAbs(path string) (filesys.ConfirmedDir, string, error) {
	if known, ok := d.paths.Load(path); ok {
		found := known.(cleaned)
		return found.folder, found.name, found.err
	}
	folder, name, err := d.FileSystem.CleanedAbs(path)
	d.paths.Store(path, cleaned{folder, name, err})
	return folder, name, err
}

// view is the disk as one build sees it. It notes what the build has read.
type view struct {
	*disk
	seen *observations
}

// observations are what one build's kustomization files say about things outside the tree.
type observations struct {
	refuseOwnSchema bool
	ownSchema       bool
	refusal         error
	remotes         []string
}

var errOwnSchema = errors.New("the kustomization brings its own OpenAPI schema")

func (v *view) ReadFile(path string) ([]byte, error) {
	read := v.disk.read(path)
	if read.err != nil {
		var endless *endlessAliases
		if errors.As(read.err, &endless) {
			v.seen.refusal = read.err
		}
		return nil, read.err
	}
	v.seen.remotes = append(v.seen.remotes, read.facts.remotes...)
	if read.facts.ownSchema {
		v.seen.ownSchema = true
		if v.seen.refuseOwnSchema {
			return nil, errOwnSchema
		}
	}
	return bytes.Clone(read.content), nil
}

func (o *observations) firstRemote() string {
	if len(o.remotes) == 0 {
		return "a git repository"
	}
	return o.remotes[0]
}

// Writing is no part of a build.
var errReadOnly = fmt.Errorf("kustomize-builder does not write")

func (v *view) Create(string) (filesys.File, error)   { return nil, errReadOnly }
func (v *view) Mkdir(string) error                    { return errReadOnly }
func (v *view) MkdirAll(string) error                 { return errReadOnly }
func (v *view) RemoveAll(string) error                { return errReadOnly }
func (v *view) WriteFile(path string, _ []byte) error { return errReadOnly }
