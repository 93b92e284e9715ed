// Judges pods from files as the kubelet does before it runs one.
//
// Each line of the input is a pod as JSON; each line of the output is what is wrong with it, as a list of texts.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	api "k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/apis/core/validation"
)

var decoder = serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 0, 1<<20), 1<<24)
	for in.Scan() {
		line, err := json.Marshal(judge(in.Bytes()))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(line))
	}
	if err := in.Err(); err != nil {
		panic(err)
	}
}

func judge(text []byte) []string {
	object, err := runtime.Decode(decoder, text)
	if err != nil {
		return []string{err.Error()}
	}
	pod, ok := object.(*api.Pod)
	if !ok {
		return []string{fmt.Sprintf("is a %T", object)}
	}
	// What the kubelet adds itself.
	pod.Name += "-node"
	pod.UID = "0"
	pod.Spec.NodeName = "node"
	faults := []string{}
	options := podutil.GetValidationOptionsFromPodSpecAndMeta(&pod.Spec, nil, &pod.ObjectMeta, nil)
	for _, fault := range validation.ValidatePodCreate(pod, options) {
		faults = append(faults, fault.Error())
	}
	if refers, resource, err := podutil.HasAPIObjectReference(pod); err != nil {
		faults = append(faults, err.Error())
	} else if refers {
		faults = append(faults, "static pods may not reference "+resource)
	}
	return faults
}
