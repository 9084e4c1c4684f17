/** Base Julia writes no JSON: these six lines do. Texts are one line each without control characters, so that two signs are all there is to escape. */
export const juliaJson = String.raw`json(value::Nothing) = "null"
json(value::Bool) = string(value)
json(value::Real) = isfinite(value) ? string(value) : "null"
json(value::AbstractString) = "\"" * replace(replace(value, "\\" => "\\\\"), "\"" => "\\\"") * "\""
json(value::AbstractVector) = "[" * join(json.(value), ",") * "]"
json(value::Dict) = "{" * join([json(key) * ":" * json(value[key]) for key in keys(value)], ",") * "}"`
