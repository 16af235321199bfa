package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// view is the disk as one build sees it: with the root's kustomization as an engine changes it, and nothing outside
// the repository. It notes what the build has read.
type view struct {
	*disk
	seen *observations
	// within is the folder that no file may be outside of; empty: anywhere.
	within filesys.ConfirmedDir
	// changed is the root's kustomization file where it is not the one on the disk.
	changed *changedFile
}

type changedFile struct {
	folder  filesys.ConfirmedDir
	name    string
	content []byte
}

// observations are what one build's files say about things outside the tree.
type observations struct {
	refuseOwnSchema bool
	ownSchema       bool
	// patchesAnnotations says that a JSON patch may see the annotations of an object.
	patchesAnnotations bool
	refusal            error
	remotes            []string
}

var errOwnSchema = errors.New("the kustomization brings its own OpenAPI schema")

func newView(disk *disk, seen *observations, asked request) (*view, error) {
	files := &view{disk: disk, seen: seen}
	if asked.Within != "" {
		folder, err := filesys.ConfirmDir(disk, asked.Within)
		if err != nil {
			return nil, err
		}
		files.within = folder
	}
	return files, files.change(asked)
}

// change puts the edited kustomization of the root in the place of the one on the disk.
func (v *view) change(asked request) error {
	if asked.Edit == nil && !asked.Origins {
		return nil
	}
	folder, err := filesys.ConfirmDir(v.disk, asked.Root)
	if err != nil {
		return nil // kustomize says it in its own words
	}
	changed := &changedFile{folder: folder, name: konfig.DefaultKustomizationFileName()}
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		if content, err := v.ReadFile(folder.Join(name)); err == nil {
			changed.name, changed.content = name, content
			break
		}
	}
	if changed.content == nil && asked.Edit != nil && asked.Edit.Create != nil {
		if changed.content, err = created(*asked.Edit.Create); err != nil {
			return err
		}
	}
	if changed.content == nil {
		return nil
	}
	if asked.Edit != nil {
		if changed.content, err = asked.Edit.apply(changed.content); err != nil {
			return err
		}
	}
	if asked.Origins {
		changed.content = withOrigins(changed.content)
	}
	v.changed = changed
	return nil
}

func (v *view) isChanged(path string) bool {
	return v.changed != nil && path == v.changed.folder.Join(v.changed.name)
}

func (v *view) CleanedAbs(path string) (filesys.ConfirmedDir, string, error) {
	if v.isChanged(path) {
		return v.changed.folder, v.changed.name, nil
	}
	return v.disk.CleanedAbs(path)
}

func (v *view) ReadFile(path string) ([]byte, error) {
	if v.isChanged(path) {
		return bytes.Clone(v.changed.content), nil
	}
	if err := v.inside(path); err != nil {
		return nil, err
	}
	read := v.disk.read(path)
	if read.err != nil {
		var endless *endlessAliases
		if errors.As(read.err, &endless) {
			v.seen.refusal = read.err
		}
		return nil, read.err
	}
	v.seen.remotes = append(v.seen.remotes, read.facts.remotes...)
	v.seen.patchesAnnotations = v.seen.patchesAnnotations || read.patchesAnnotations
	if read.facts.ownSchema {
		v.seen.ownSchema = true
		if v.seen.refuseOwnSchema {
			return nil, errOwnSchema
		}
	}
	return bytes.Clone(read.content), nil
}

// inside refuses what is outside the repository, also when a symbolic link leads there.
func (v *view) inside(path string) error {
	if v.within == "" {
		return nil
	}
	folder, _, err := v.disk.CleanedAbs(path)
	if err != nil || folder.HasPrefix(v.within) {
		return err
	}
	v.seen.refusal = fmt.Errorf("reads %s, which is outside the repository", shown(path, v.within))
	return v.seen.refusal
}

// shown is a path for a person: from the repository's root.
func shown(path string, root filesys.ConfirmedDir) string {
	if relative, err := filepath.Rel(root.String(), path); err == nil && !strings.HasPrefix(relative, "../../../") {
		return relative
	}
	return path
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
