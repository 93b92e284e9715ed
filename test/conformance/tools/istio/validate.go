package main

import (
	"encoding/json"
	"errors"

	"github.com/hashicorp/go-multierror"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/schema/collections"
)

type validation struct {
	Errors   []string `json:"errors"`
	Warnings []string `json:"warnings"`
}

// What the webhook of Istio says of an object of one of its own kinds.
func validate(asked question) (any, error) {
	var object unstructured.Unstructured
	if err := object.UnmarshalJSON(asked.Object); err != nil {
		return nil, err
	}
	read, err := configOf(&object)
	if err != nil {
		return validation{Errors: []string{err.Error()}, Warnings: []string{}}, nil
	}
	schema, _ := collections.Pilot.FindByGroupVersionKind(read.GroupVersionKind)
	warning, err := schema.ValidateConfig(*read)
	return validation{Errors: lines(err), Warnings: lines(warning)}, nil
}

func configOf(object *unstructured.Unstructured) (*config.Config, error) {
	kind := object.GroupVersionKind()
	schema, known := collections.Pilot.FindByGroupVersionAliasesKind(config.GroupVersionKind{Group: kind.Group, Version: kind.Version, Kind: kind.Kind})
	if !known {
		return nil, errors.New("Istio has no kind " + kind.String())
	}
	spec, err := schema.NewInstance()
	if err != nil {
		return nil, err
	}
	if content, found := object.Object["spec"]; found {
		text, err := json.Marshal(content)
		if err != nil {
			return nil, err
		}
		if err := config.ApplyJSONStrict(spec, string(text)); err != nil {
			return nil, err
		}
	}
	return &config.Config{
		Meta: config.Meta{
			GroupVersionKind: schema.GroupVersionKind(), Name: object.GetName(), Namespace: object.GetNamespace(),
			Labels: object.GetLabels(), Annotations: object.GetAnnotations(), CreationTimestamp: object.GetCreationTimestamp().Time,
		},
		Spec: spec,
	}, nil
}

func lines(err error) []string {
	if err == nil {
		return []string{}
	}
	var several *multierror.Error
	if !errors.As(err, &several) {
		return []string{err.Error()}
	}
	all := []string{}
	for _, each := range several.Errors {
		all = append(all, each.Error())
	}
	return all
}
