package main

import (
	"bytes"
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
	// patchesAnnotations says that the text may hold a JSON patch of annotations.
	patchesAnnotations bool
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
	read.patchesAnnotations = bytes.Contains(read.content, []byte("/metadata/annotations"))
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
