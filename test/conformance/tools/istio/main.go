// Istio's own libraries, asked line by line: each line of the input is one question in JSON, each line of the output its answer.
//
//	{"ask": "analyze", "manifests": "…", "meshConfig": "", "analyzers": [], "runtime": true}
//	{"ask": "validate", "object": {…}}
//	{"ask": "filters", "manifests": "…", "namespace": "shop", "labels": {…}, "trustDomains": ["cluster.local"], "tcp": false}
//	{"ask": "literal", "file": "…_test.go", "name": "TestValidateAuthorizationPolicy", "of": "cases"}
//	{"ask": "template", "file": "…yaml.tmpl", "parameters": {…}}
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"istio.io/istio/pkg/log"
)

type question struct {
	Ask string `json:"ask"`

	Manifests    string            `json:"manifests"`
	MeshConfig   string            `json:"meshConfig"`
	Analyzers    []string          `json:"analyzers"`
	Object       json.RawMessage   `json:"object"`
	Namespace    string            `json:"namespace"`
	Labels       map[string]string `json:"labels"`
	TrustDomains []string          `json:"trustDomains"`
	TCP          bool              `json:"tcp"`
	File         string            `json:"file"`
	Name         string            `json:"name"`
	Of           string            `json:"of"`
	Parameters   map[string]any    `json:"parameters"`
}

type answer struct {
	Said  any    `json:"said,omitempty"`
	Error string `json:"error,omitempty"`
}

var answers = map[string]func(question) (any, error){
	"analyze":  analyze,
	"validate": validate,
	"filters":  filters,
	"literal":  literal,
	"template": render,
}

func main() {
	// Answers alone go to standard output.
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	if err := log.Configure(options); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 64<<20)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.Scan() {
		line, err := json.Marshal(reply(input.Bytes()))
		if err != nil {
			line, _ = json.Marshal(answer{Error: err.Error()})
		}
		fmt.Fprintf(output, "%s\n", line)
	}
}

func reply(line []byte) (given answer) {
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{Error: err.Error()}
	}
	defer func() {
		if cause := recover(); cause != nil {
			given = answer{Error: fmt.Sprintf("panic: %v", cause)}
		}
	}()
	ask, known := answers[asked.Ask]
	if !known {
		return answer{Error: "unknown question " + asked.Ask}
	}
	said, err := ask(asked)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Said: said}
}
