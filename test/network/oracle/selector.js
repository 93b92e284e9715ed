"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.NAMESPACE_NAME = void 0;
exports.matches = matches;
exports.leastLabels = leastLabels;
exports.asksForLabels = asksForLabels;
exports.carries = carries;
/** The label that the API server gives each namespace. */
exports.NAMESPACE_NAME = 'kubernetes.io/metadata.name';
/** Whether every requirement is met. `NotIn` is met by who has no such label at all. */
function matches(selector, labels) {
    return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value)
        && (selector.matchExpressions ?? []).every(expression => meets(expression, labels[expression.key]));
}
function meets({ operator, values = [] }, value) {
    switch (operator) {
        case 'In': return value !== undefined && values.includes(value);
        case 'NotIn': return value === undefined || !values.includes(value);
        case 'Exists': return value !== undefined;
        case 'DoesNotExist': return value === undefined;
    }
}
/** Few labels that meet a selector: what it asks for, and nothing else. */
function leastLabels(selector = {}) {
    const asked = (selector.matchExpressions ?? []).flatMap(({ key, operator, values = [] }) => operator === 'In' ? [[key, values[0]]] : operator === 'Exists' ? [[key, 'any']] : []);
    return { ...Object.fromEntries(asked), ...selector.matchLabels };
}
/** Whether some label must be there, so that nobody without labels is selected. */
function asksForLabels(selector) {
    return Object.keys(leastLabels(selector)).length > 0;
}
function carries(labels, asked) {
    return Object.entries(asked).every(([key, value]) => labels[key] === value);
}
