package main

import (
	"fmt"
	"os"
	"strings"

	"istio.io/istio/pkg/config/analysis"
	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/local"
)

type message struct {
	Code   string `json:"code"`
	Level  string `json:"level"`
	Origin string `json:"origin"`
	Text   string `json:"text"`
}

// What `istioctl analyze` says of manifests, pods among them. Whatever cannot be read is an error.
func analyze(asked question) (any, error) {
	chosen := analyzers.AllCombined()
	if len(asked.Analyzers) > 0 {
		var some []analysis.Analyzer
		for _, each := range append(analyzers.All(), analyzers.AllMultiCluster()...) {
			for _, name := range asked.Analyzers {
				if fmt.Sprintf("%T", each) == name {
					some = append(some, each)
				}
			}
		}
		if len(some) == 0 {
			return nil, fmt.Errorf("no analyzer %s", strings.Join(asked.Analyzers, ", "))
		}
		chosen = analysis.Combine("chosen", some...)
	}
	source := local.NewSourceAnalyzer(chosen, "", "istio-system", nil)
	if asked.MeshConfig != "" {
		file, err := fileWith(asked.MeshConfig)
		if err != nil {
			return nil, err
		}
		defer os.Remove(file)
		if err := source.AddFileKubeMeshConfig(file); err != nil {
			return nil, err
		}
	}
	manifests := local.ReaderSource{Name: "manifests.yaml", Reader: strings.NewReader(asked.Manifests)}
	if err := source.AddTestReaderKubeSource([]local.ReaderSource{manifests}); err != nil {
		return nil, err
	}
	if err := source.AddDefaultResources(); err != nil {
		return nil, err
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := source.Analyze(stop)
	if err != nil {
		return nil, err
	}
	messages := []message{}
	for _, each := range result.Messages {
		origin := ""
		if each.Resource != nil {
			origin = each.Resource.Origin.FriendlyName()
		}
		text := fmt.Sprintf(each.Type.Template(), each.Parameters...)
		messages = append(messages, message{Code: each.Type.Code(), Level: each.Type.Level().String(), Origin: origin, Text: text})
	}
	return messages, nil
}

func fileWith(text string) (string, error) {
	file, err := os.CreateTemp("", "mesh")
	if err != nil {
		return "", err
	}
	defer file.Close()
	_, err = file.WriteString(text)
	return file.Name(), err
}
