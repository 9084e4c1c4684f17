/** Base Julia writes no JSON: these six lines do. */
export const juliaJson = `json(value::Nothing) = "null"
json(value::Bool) = string(value)
json(value::Real) = isfinite(value) ? string(value) : "null"
json(value::AbstractString) = "\\"" * escape_string(value, ['"']) * "\\""
json(value::AbstractVector) = "[" * join(json.(value), ",") * "]"
json(value::Dict) = "{" * join([json(key) * ":" * json(value[key]) for key in keys(value)], ",") * "}"`
