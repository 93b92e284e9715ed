// The charts of Istio, rendered by Helm's own engine: each line of the input is one question in JSON, each line of the output its answer.
//
//	{"ask": "render", "chart": "…/manifests/charts/base", "values": {…}}
//	{"ask": "meshConfig", "text": "…"}
//	{"ask": "variables"}
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/engine"
	meshconfig "istio.io/api/mesh/v1alpha1"

	_ "istio.io/istio/pilot/pkg/features"
	"istio.io/istio/pkg/env"
	"istio.io/istio/pkg/util/protomarshal"
)

type question struct {
	Ask    string         `json:"ask"`
	Chart  string         `json:"chart"`
	Values map[string]any `json:"values"`
	Text   string         `json:"text"`
}

type answer struct {
	Said  any    `json:"said,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 64<<20)
	output := bufio.NewWriter(os.Stdout)
	defer output.Flush()
	for input.Scan() {
		said, err := reply(input.Bytes())
		given := answer{Said: said}
		if err != nil {
			given = answer{Error: err.Error()}
		}
		line, _ := json.Marshal(given)
		fmt.Fprintf(output, "%s\n", line)
	}
}

func reply(line []byte) (any, error) {
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return nil, err
	}
	switch asked.Ask {
	case "render":
		return render(asked)
	case "meshConfig":
		return true, protomarshal.ApplyYAMLStrict(asked.Text, &meshconfig.MeshConfig{})
	case "variables":
		return variables(), nil
	}
	return nil, fmt.Errorf("nobody asks for %q", asked.Ask)
}

func render(asked question) (any, error) {
	chart, err := loader.LoadDir(asked.Chart)
	if err != nil {
		return nil, err
	}
	release := common.ReleaseOptions{Name: "istio", Namespace: "istio-system", IsInstall: true, Revision: 1}
	values, err := util.ToRenderValues(chart, asked.Values, release, common.DefaultCapabilities)
	if err != nil {
		return nil, err
	}
	return engine.Engine{}.Render(chart, values)
}

// Names of the environment variables that istiod reads.
func variables() []string {
	names := []string{}
	for _, each := range env.VarDescriptions() {
		names = append(names, each.Name)
	}
	return names
}
