// Judges EncryptionConfigurations as the API server does before it starts.
//
// Each line of the input is a configuration as JSON; each line of the output is what is wrong with it, as a list of texts.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/apis/apiserver"
	"k8s.io/apiserver/pkg/apis/apiserver/install"
	"k8s.io/apiserver/pkg/apis/apiserver/validation"
)

var decoder runtime.Decoder

func init() {
	scheme := runtime.NewScheme()
	metav1.AddToGroupVersion(scheme, metav1.Unversioned)
	install.Install(scheme)
	decoder = serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDecoder(apiserver.SchemeGroupVersion)
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 0, 1<<20), 1<<24)
	out := bufio.NewWriter(os.Stdout)
	for in.Scan() {
		line, err := json.Marshal(judge(in.Bytes()))
		if err != nil {
			panic(err)
		}
		fmt.Fprintln(out, string(line))
	}
	if err := in.Err(); err != nil {
		panic(err)
	}
	if err := out.Flush(); err != nil {
		panic(err)
	}
}

func judge(text []byte) []string {
	object, _, err := decoder.Decode(text, nil, nil)
	if err != nil {
		return []string{strings.ReplaceAll(err.Error(), "\n", " ")}
	}
	config, ok := object.(*apiserver.EncryptionConfiguration)
	if !ok {
		return []string{fmt.Sprintf("is a %T", object)}
	}
	faults := []string{}
	for _, fault := range validation.ValidateEncryptionConfiguration(config, true) {
		faults = append(faults, fault.Error())
	}
	return faults
}
