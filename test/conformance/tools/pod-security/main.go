// Judges pods as the Pod Security admission of the API server does. One JSON line in, one JSON line out:
//
//	{"level": "restricted", "version": "v1.36", "pod": {"metadata": {…}, "spec": {…}}}
//	[{"check": "runAsUser", "reason": "…"}]
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	strict "sigs.k8s.io/json"
)

type question struct {
	Level   string          `json:"level"`
	Version string          `json:"version"`
	Pod     json.RawMessage `json:"pod"`
}

type objection struct {
	Check  string `json:"check"`
	Reason string `json:"reason"`
}

func main() {
	if err := judge(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func judge(in io.Reader, out io.Writer) error {
	evaluator, err := policy.NewEvaluator(namedChecks(), nil)
	if err != nil {
		return err
	}
	questions, answers := json.NewDecoder(in), json.NewEncoder(out)
	for line := 1; ; line++ {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		objections, err := answer(evaluator, asked)
		if err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
		if err := answers.Encode(objections); err != nil {
			return err
		}
	}
}

func answer(evaluator policy.Evaluator, asked question) ([]objection, error) {
	level, err := api.ParseLevel(asked.Level)
	if err != nil {
		return nil, err
	}
	version, err := api.ParseVersion(asked.Version)
	if err != nil {
		return nil, err
	}
	var pod corev1.Pod
	// A field that is misspelt weakens nothing, and would be taken for one that is allowed.
	unknown, err := strict.UnmarshalStrict(asked.Pod, &pod)
	if err := errors.Join(append(unknown, err)...); err != nil {
		return nil, err
	}
	setDefaults(&pod.Spec)
	objections := []objection{}
	for _, result := range evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: version}, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			objections = append(objections, objection{Check: result.ForbiddenReason, Reason: result.ForbiddenDetail})
		}
	}
	return objections, nil
}

// setDefaults does what the API server does before admission, as far as a check reads it: a volume of no kind is an emptyDir.
func setDefaults(spec *corev1.PodSpec) {
	for i := range spec.Volumes {
		if spec.Volumes[i].VolumeSource == (corev1.VolumeSource{}) {
			spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
}

// namedChecks are the official checks, each of which says its id instead of its reason: a result does not tell which check it is of.
func namedChecks() []policy.Check {
	checks := policy.DefaultChecks()
	for i := range checks {
		name := string(checks[i].ID)
		for j := range checks[i].Versions {
			check := checks[i].Versions[j].CheckPod
			checks[i].Versions[j].CheckPod = func(meta *metav1.ObjectMeta, spec *corev1.PodSpec) policy.CheckResult {
				result := check(meta, spec)
				if !result.Allowed {
					result.ForbiddenReason, result.ForbiddenDetail = name, result.ForbiddenReason+": "+result.ForbiddenDetail
				}
				return result
			}
		}
	}
	return checks
}
