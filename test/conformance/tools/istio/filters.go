package main

import (
	"encoding/json"

	"google.golang.org/protobuf/proto"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/config/memory"
	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/security/authz/builder"
	"istio.io/istio/pilot/pkg/security/trustdomain"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/util/protomarshal"
)

// What Istio makes of policies for the Envoy of a workload: its filters, in the order in which they are asked.
func filters(asked question) (any, error) {
	configs, _, err := crd.ParseInputs(asked.Manifests)
	if err != nil {
		return nil, err
	}
	store := memory.Make(collections.Pilot)
	for _, each := range configs {
		if _, err := store.Create(each); err != nil {
			return nil, err
		}
	}
	push := &model.PushContext{AuthzPolicies: model.GetAuthorizationPolicies(&model.Environment{ConfigStore: store})}
	proxy := &model.Proxy{
		ID: "judged", ConfigNamespace: asked.Namespace, Labels: asked.Labels,
		Metadata: &model.NodeMetadata{Labels: asked.Labels, Namespace: asked.Namespace},
	}
	bundle := trustdomain.NewBundle(asked.TrustDomains[0], asked.TrustDomains[1:])
	policies := push.AuthzPolicies.ListAuthorizationPolicies(model.PolicyMatcherForProxy(proxy))
	made := builder.New(bundle, push, policies, builder.Option{})
	found := []json.RawMessage{}
	if made == nil {
		return found, nil
	}
	var messages []proto.Message
	if asked.TCP {
		for _, each := range made.BuildTCP() {
			messages = append(messages, each)
		}
	} else {
		for _, each := range made.BuildHTTP() {
			messages = append(messages, each)
		}
	}
	for _, each := range messages {
		text, err := protomarshal.Marshal(each)
		if err != nil {
			return nil, err
		}
		found = append(found, text)
	}
	return found, nil
}
