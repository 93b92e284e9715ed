package main

import (
	"encoding/json"
	"os"

	"istio.io/istio/pkg/test/util/tmpl"
)

// A workload of Istio's tests, as their templates ask for it.
type workload struct {
	Name      string         `json:"name"`
	Namespace string         `json:"namespace"`
	Prefix    string         `json:"prefix"`
	Ports     map[string]int `json:"ports"`
	Addresses []string       `json:"addresses"`
}

type port struct {
	WorkloadPort int
	ServicePort  int
}

func (w workload) ServiceName() string      { return w.Name }
func (w workload) NamespaceName() string    { return w.Namespace }
func (w workload) NamespacedName() string   { return w.Namespace + "/" + w.Name }
func (w workload) SpiffeIdentity() string   { return "cluster.local/ns/" + w.Namespace + "/sa/" + w.Name }
func (w workload) ClusterLocalFQDN() string { return w.Name + "." + w.Namespace + ".svc.cluster.local" }
func (w workload) PortForName(name string) port {
	return port{WorkloadPort: w.Ports[name], ServicePort: 80}
}
func (w workload) MustWorkloads() map[string]any { return map[string]any{"Addresses": w.Addresses} }
func (w workload) Config() map[string]any {
	return map[string]any{"Namespace": map[string]any{"Prefix": w.Prefix}}
}

// A template of Istio's tests with its parameters in place. A parameter with a name and a namespace is a workload.
func render(asked question) (any, error) {
	text, err := os.ReadFile(asked.File)
	if err != nil {
		return nil, err
	}
	parameters := map[string]any{}
	for name, value := range asked.Parameters {
		parameters[name] = value
		if fields, isObject := value.(map[string]any); isObject && fields["name"] != nil && fields["namespace"] != nil {
			encoded, err := json.Marshal(fields)
			if err != nil {
				return nil, err
			}
			var each workload
			if err := json.Unmarshal(encoded, &each); err != nil {
				return nil, err
			}
			parameters[name] = each
		}
	}
	return tmpl.Evaluate(string(text), parameters)
}
