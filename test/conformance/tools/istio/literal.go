package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
)

// The value that a test of Istio gives a variable, inside a function or outside, as plain data: a struct is an object of its fields with its
// type as "$", a struct without names of fields is a list under "", a call is an object with "call" and "arguments", and what it was called
// on as "on" if that is a call too, and a name is an object with "name". Several variables of one name are several values.
func literal(asked question) (any, error) {
	file, err := parser.ParseFile(token.NewFileSet(), asked.File, nil, 0)
	if err != nil {
		return nil, err
	}
	found := []any{}
	for _, declaration := range file.Decls {
		function, isFunction := declaration.(*ast.FuncDecl)
		if asked.Name != "" && (!isFunction || function.Name.Name != asked.Name) {
			continue
		}
		var wrong error
		ast.Inspect(declaration, func(node ast.Node) bool {
			for _, expression := range assigned(node, asked.Of) {
				value, err := valueOf(expression)
				if err != nil {
					wrong = err
				}
				found = append(found, value)
			}
			return wrong == nil
		})
		if wrong != nil {
			return nil, wrong
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s has no %s in %s", asked.File, asked.Of, asked.Name)
	}
	return found, nil
}

func assigned(node ast.Node, name string) []ast.Expr {
	switch each := node.(type) {
	case *ast.AssignStmt:
		if left, ok := each.Lhs[0].(*ast.Ident); ok && left.Name == name && len(each.Rhs) == 1 {
			return each.Rhs
		}
	case *ast.ValueSpec:
		if each.Names[0].Name == name {
			return each.Values
		}
	}
	return nil
}

func valueOf(expression ast.Expr) (any, error) {
	switch each := expression.(type) {
	case *ast.BasicLit:
		return basic(each)
	case *ast.Ident:
		switch each.Name {
		case "true", "false":
			return each.Name == "true", nil
		case "nil":
			return nil, nil
		}
		return map[string]any{"name": each.Name}, nil
	case *ast.SelectorExpr, *ast.IndexExpr, *ast.FuncLit:
		return map[string]any{"name": nameOf(expression)}, nil
	case *ast.UnaryExpr:
		if each.Op == token.NOT {
			value, err := valueOf(each.X)
			return map[string]any{"call": "!", "arguments": []any{value}}, err
		}
		return valueOf(each.X)
	case *ast.ParenExpr:
		return valueOf(each.X)
	case *ast.BinaryExpr:
		left, err := valueOf(each.X)
		if err != nil {
			return nil, err
		}
		right, err := valueOf(each.Y)
		if err != nil {
			return nil, err
		}
		if one, isText := left.(string); isText && each.Op == token.ADD {
			if other, isText := right.(string); isText {
				return one + other, nil
			}
		}
		return map[string]any{"call": each.Op.String(), "arguments": []any{left, right}}, nil
	case *ast.CallExpr:
		return call(each)
	case *ast.CompositeLit:
		return composite(each)
	}
	return nil, fmt.Errorf("a literal that is not understood: %T", expression)
}

func call(each *ast.CallExpr) (any, error) {
	arguments, err := valuesOf(each.Args)
	if err != nil {
		return nil, err
	}
	said := map[string]any{"call": nameOf(each.Fun), "arguments": arguments}
	if method, isMethod := each.Fun.(*ast.SelectorExpr); isMethod {
		if before, isCall := method.X.(*ast.CallExpr); isCall {
			if said["on"], err = call(before); err != nil {
				return nil, err
			}
		}
	}
	return said, nil
}

func basic(each *ast.BasicLit) (any, error) {
	switch each.Kind {
	case token.STRING:
		return strconv.Unquote(each.Value)
	case token.INT:
		return strconv.ParseInt(each.Value, 0, 64)
	}
	return nil, fmt.Errorf("a literal that is not understood: %s", each.Value)
}

func composite(each *ast.CompositeLit) (any, error) {
	fields, isMap := map[string]any{}, false
	switch kind := each.Type.(type) {
	case *ast.ArrayType:
		return valuesOf(each.Elts)
	case *ast.MapType:
		isMap = true
	case nil:
	default:
		fields["$"] = nameOf(kind)
	}
	for _, element := range each.Elts {
		pair, isPair := element.(*ast.KeyValueExpr)
		if !isPair {
			values, err := valuesOf(each.Elts)
			fields[""] = values
			return fields, err
		}
		value, err := valueOf(pair.Value)
		if err != nil {
			return nil, err
		}
		key, err := keyOf(pair.Key)
		if err != nil {
			return nil, err
		}
		fields[key] = value
	}
	if isMap {
		return map[string]any{"$": "map", "": fields}, nil
	}
	return fields, nil
}

func keyOf(key ast.Expr) (string, error) {
	if name, isName := key.(*ast.Ident); isName {
		return name.Name, nil
	}
	value, err := valueOf(key)
	return fmt.Sprint(value), err
}

func valuesOf(expressions []ast.Expr) ([]any, error) {
	values := []any{}
	for _, each := range expressions {
		value, err := valueOf(each)
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}

func nameOf(expression ast.Expr) string {
	switch each := expression.(type) {
	case *ast.Ident:
		return each.Name
	case *ast.SelectorExpr:
		return nameOf(each.X) + "." + each.Sel.Name
	case *ast.StarExpr:
		return nameOf(each.X)
	case *ast.IndexExpr:
		return nameOf(each.X) + "[]"
	case *ast.CallExpr:
		return nameOf(each.Fun) + "()"
	}
	return fmt.Sprintf("%T", expression)
}
