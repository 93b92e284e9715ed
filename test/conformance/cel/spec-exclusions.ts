/** Cases of the specification that are not asked for, and why. */
export interface Exclusion {
  readonly why: string;
  /** Each is a file, a section of one, or a case of one. */
  readonly names: readonly string[];
  /** Whatever is written so is left out too. */
  readonly written?: RegExp;
  /** What is asked in place of the case, where its variables are of a type that JSON has not. */
  readonly asked?: string;
}

/** What expressions in Kubernetes have no place for. None of these cases may pass. */
export const NO_PLACE: readonly Exclusion[] = [
  {
    why: 'messages and enums of protobuf: an expression in Kubernetes is given JSON, and makes none',
    names: ['enums', 'proto2', 'proto2_ext', 'proto3', 'wrappers'],
    written: /TestAllTypes|google\.protobuf\.(?!Duration|Timestamp)|Value\{|"container":"google\.protobuf/,
  },
  { why: 'libraries that Kubernetes does not have', names: ['bindings_ext', 'block_ext', 'encoders_ext', 'math_ext'] },
  { why: 'containers: Kubernetes declares every name whole', names: ['namespace/namespace'] },
  { why: 'functions that the case itself declares', names: ['type_deductions/functions/function_result_type', 'type_deductions/type_parameters'] },
  {
    why: 'the type check turned off: Kubernetes never does, and refuses what is not declared',
    names: ['basic/variables/unbound_is_runtime_error', 'basic/functions/unbound_is_runtime_error', 'parse/receiver_function_names'],
  },
];

/** Where the API server does not do what the specification says. It is asked too, and must say of each of these cases what our engine says. */
export const SERVER_DIFFERS: readonly Exclusion[] = [
  {
    why: 'a list or a map that is written out has one type',
    names: [
      'comparisons/eq_literal/not_eq_list_null', 'comparisons/eq_literal/eq_list_mixed_type_numbers', 'comparisons/eq_literal/not_eq_list_mixed_type_numbers',
      'comparisons/eq_literal/not_eq_list_false_vs_types', 'comparisons/eq_literal/not_eq_map_null', 'comparisons/eq_literal/eq_map_mixed_type_numbers',
      'comparisons/eq_literal/not_eq_map_false_vs_types', 'comparisons/eq_literal/eq_map_value_mixed_types', 'comparisons/eq_literal/not_eq_list_elem_null',
      'comparisons/eq_literal/not_eq_map_value_null', 'comparisons/in_list_literal/elem_in_mixed_type_list',
      'comparisons/in_list_literal/elem_in_mixed_type_list_cross_type', 'comparisons/in_map_literal/key_in_mixed_key_type_map',
      'comparisons/in_map_literal/key_in_mixed_key_type_map_cross_type', 'conversions/dyn/dyn_heterogeneous_list',
      'fields/map_fields/map_key_int64', 'fields/map_fields/map_key_uint64', 'fields/map_fields/map_key_mixed_type',
      'fields/map_fields/map_key_mixed_numbers_double_key', 'fields/map_fields/map_key_mixed_numbers_uint_key', 'fields/map_fields/map_key_mixed_numbers_int_key',
      'fields/map_fields/map_key_mixed_numbers_lossy_double_key', 'fields/qualified_identifier_resolution/map_value_repeat_key_heterogeneous',
      'macros/all/list_elem_type_exhaustive', 'macros2/all/list_elem_type_error_exhaustive',
      'fields/map_fields/map_value_mix_type', 'fields/quoted_map_fields/field_access_dash', 'fields/quoted_map_fields/has_field_dash',
      'fields/in/mixed_numbers_and_keys_present', 'fields/in/mixed_numbers_and_keys_absent',
      'macros/exists/list_elem_type_shortcircuit', 'macros/exists/list_elem_type_exhaustive', 'macros/exists/map_key_type_shortcircuit',
      'macros/exists/map_key_type_exhaustive', 'macros/all/list_elem_type_shortcircuit',
      'macros2/exists/list_elem_type_shortcircuit', 'macros2/exists/list_elem_type_exhaustive', 'macros2/exists/map_key_type_shortcircuit',
      'macros2/exists/map_key_type_exhaustive', 'macros2/all/list_elem_type_shortcircuit', 'macros2/all/list_elem_type_exhaustive',
      'optionals/optionals/optional_chaining_13', 'optionals/optionals/map_key_mixed_type_optindex_value',
      'optionals/optionals/map_key_mixed_numbers_double_key_optindex_value', 'optionals/optionals/map_key_mixed_numbers_uint_key_optindex_value',
      'optionals/optionals/map_key_mixed_numbers_int_key_optindex_value', 'plumbing/check_inputs/skip_check',
      'type_deductions/flexible_type_parameter_assignment/optional_dyn_promotion', 'type_deductions/flexible_type_parameter_assignment/optional_dyn_promotion_2',
      'type_deductions/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate',
    ],
  },
  {
    why: 'the type check cannot be turned off',
    names: [
      'comparisons/eq_literal/not_eq_list_length', 'comparisons/eq_literal/eq_mixed_types', 'comparisons/eq_literal/eq_list_elem_mixed_types',
      'comparisons/ne_literal/ne_mixed_types', 'logic/conditional/mixed_type', 'logic/AND/short_circuit_type_left', 'logic/AND/short_circuit_type_right',
      'logic/OR/short_circuit_type_left', 'logic/OR/short_circuit_type_right',
    ],
  },
  {
    why: 'the second version of the strings library: numbers as they are written in English, and clauses that take fewer types',
    names: [
      'scientific notation formatting clause', 'default precision for scientific notation', 'NaN support for scientific notation',
      'positive infinity support for scientific notation', 'negative infinity support for scientific notation', 'NaN support for decimal',
      'positive infinity support for decimal', 'negative infinity support for decimal', 'positive infinity support for fixed-point',
      'negative infinity support for fixed-point', 'dyntype support for scientific notation', 'dyntype NaN/infinity support',
      'scientific notation formatting clause in a string variable', 'list support for string', 'map support for string', 'map support (all key types)',
      'dyntype support for lists', 'dyntype support for maps',
    ].map(name => `string_ext/format/${name}`),
  },
  {
    why: 'a place behind the end of a text is no error',
    names: ['string_ext/value_errors/indexof_out_of_range', 'string_ext/value_errors/lastindexof_out_of_range'],
  },
  { why: 'of several entries with one key the last counts', names: ['fields/qualified_identifier_resolution/map_value_repeat_key'] },
  {
    why: 'a field of what can have none is not there, if it is asked for through an optional',
    names: ['optionals/optionals/map_null_entry_no_such_key', 'optionals/optionals/map_present_key_invalid_field'],
  },
  {
    why: 'the milliseconds of a duration are all of it',
    names: ['timestamps/duration_converters/get_milliseconds'],
    asked: 'duration("123.321456789s").getMilliseconds()',
  },
];
