package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
)

// A value with its type, in JSON: scalars as texts with a letter before them, everything else as lists that begin with one.
func encode(value ref.Val) any {
	switch v := value.(type) {
	case types.Null:
		return "null"
	case types.Bool:
		return fmt.Sprintf("b%v", bool(v))
	case types.Int:
		return fmt.Sprintf("i%d", int64(v))
	case types.Uint:
		return fmt.Sprintf("u%d", uint64(v))
	case types.Double:
		return "d" + double(float64(v))
	case types.String:
		return "s" + string(v)
	case types.Bytes:
		return "x" + hex.EncodeToString([]byte(v))
	case types.Duration:
		return fmt.Sprintf("D%d", v.Duration.Nanoseconds())
	case types.Timestamp:
		return fmt.Sprintf("T%d.%09d", v.Time.Unix(), v.Time.Nanosecond())
	case *types.Type:
		return "t" + v.TypeName()
	case *types.Optional:
		if v.HasValue() {
			return []any{"o", encode(v.GetValue())}
		}
		return []any{"o"}
	case traits.Mapper:
		return encodeMap(v)
	case traits.Lister:
		list := []any{"l"}
		for it := v.Iterator(); it.HasNext() == types.True; {
			list = append(list, encode(it.Next()))
		}
		return list
	default:
		return fmt.Sprintf("q%s %v", value.Type().TypeName(), value.Value())
	}
}

// Entries in the order of their texts: a map has no order of its own.
func encodeMap(value traits.Mapper) any {
	entries := []any{}
	for it := value.Iterator(); it.HasNext() == types.True; {
		key := it.Next()
		entries = append(entries, []any{encode(key), encode(value.Get(key))})
	}
	sort.Slice(entries, func(i, j int) bool { return text(entries[i]) < text(entries[j]) })
	return append([]any{"m"}, entries...)
}

func text(value any) string {
	out, _ := json.Marshal(value)
	return string(out)
}

func double(value float64) string {
	switch {
	case math.IsNaN(value):
		return "NaN"
	case math.IsInf(value, 1):
		return "Infinity"
	case math.IsInf(value, -1):
		return "-Infinity"
	case value == 0 && math.Signbit(value):
		return "-0"
	}
	return strconv.FormatUint(math.Float64bits(value), 16)
}
