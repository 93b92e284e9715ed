// An oracle for the Kubernetes dialect of CEL: the libraries of the API server itself, asked line by line. Each line of the input is one
// question in JSON, each line of the output its answer.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"

	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/cel/environment"

	kjson "k8s.io/apimachinery/pkg/util/json"
)

// Question asks for the functions of an environment, or for an expression with each of some inputs.
type question struct {
	Minor      uint              `json:"minor"`
	Functions  bool              `json:"functions"`
	Expression string            `json:"expression"`
	Variables  []string          `json:"variables"`
	Inputs     []json.RawMessage `json:"inputs"`
}

// Answer says why the expression is refused, or its static type and what it gives: a value, or an error.
type answer struct {
	Functions []string `json:"functions,omitempty"`
	Refused   string   `json:"refused,omitempty"`
	Type      string   `json:"type,omitempty"`
	Results   []result `json:"results,omitempty"`
}

type result struct {
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
	Cost  uint64 `json:"cost"`
}

var environments = map[string]*cel.Env{}

// The environment in which an API server whose version is one minor higher compiles what is new to it.
func environmentFor(minor uint, variables []string) (*cel.Env, error) {
	key := fmt.Sprint(minor, variables)
	if known, ok := environments[key]; ok {
		return known, nil
	}
	options := []cel.EnvOption{}
	for _, name := range variables {
		options = append(options, cel.Variable(name, cel.DynType))
	}
	set, err := environment.MustBaseEnvSet(version.MajorMinor(1, minor)).Extend(environment.VersionedOptions{
		IntroducedVersion: version.MajorMinor(1, 0),
		EnvOptions:        options,
	})
	if err != nil {
		return nil, err
	}
	environments[key] = set.NewExpressionsEnv()
	return environments[key], nil
}

func functionsOf(env *cel.Env) []string {
	list := []string{}
	for name, function := range env.Functions() {
		for _, overload := range function.OverloadDecls() {
			args := []string{}
			for _, arg := range overload.ArgTypes() {
				args = append(args, cel.FormatCELType(arg))
			}
			text, _ := json.Marshal([]any{name, overload.IsMemberFunction(), args, cel.FormatCELType(overload.ResultType())})
			list = append(list, string(text))
		}
	}
	sort.Strings(list)
	return list
}

// A panic of the libraries is an answer too: the API server itself recovers from it, and refuses.
func reply(asked question) (said answer) {
	defer func() {
		if problem := recover(); problem != nil {
			said = answer{Refused: fmt.Sprint("panic: ", problem)}
		}
	}()
	env, err := environmentFor(asked.Minor, asked.Variables)
	if err != nil {
		return answer{Refused: err.Error()}
	}
	if asked.Functions {
		return answer{Functions: functionsOf(env)}
	}
	ast, issues := env.Compile(asked.Expression)
	if issues.Err() != nil {
		return answer{Refused: issues.Err().Error()}
	}
	program, err := env.Program(ast)
	if err != nil {
		return answer{Refused: err.Error()}
	}
	said = answer{Type: cel.FormatCELType(ast.OutputType())}
	for _, input := range asked.Inputs {
		said.Results = append(said.Results, evaluate(program, input))
	}
	return said
}

func evaluate(program cel.Program, input json.RawMessage) (done result) {
	values := map[string]any{}
	if err := kjson.Unmarshal(input, &values); err != nil {
		return result{Error: err.Error()}
	}
	value, details, err := program.Eval(values)
	if details != nil && details.ActualCost() != nil {
		done.Cost = *details.ActualCost()
	}
	if err != nil {
		done.Error = err.Error()
		return done
	}
	if types.IsError(value) || types.IsUnknown(value) {
		done.Error = fmt.Sprint(value)
		return done
	}
	done.Value = encode(value)
	return done
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var asked question
			said := answer{}
			if problem := json.Unmarshal(line, &asked); problem != nil {
				said.Refused = "question cannot be read: " + problem.Error()
			} else {
				said = reply(asked)
			}
			text, problem := json.Marshal(said)
			if problem != nil {
				panic(problem)
			}
			out.Write(text)
			out.WriteByte('\n')
			if lines.Buffered() == 0 {
				out.Flush()
			}
		}
		if err != nil {
			return
		}
	}
}
