// Instructions that the two modules have in different forms: the relaxed one may round once where the plain one rounds twice.

/** a b + c. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c)
  return f32x4.add(f32x4.mul(a, b), c)
}

/** The bytes of `table` that `index` names; 0 where the highest bit of an index is set. Indices are below 16 or have that bit. */
@inline
export function pick(table: v128, index: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(table, index)
  return i8x16.swizzle(table, index)
}

@inline
export function splat(value: f64): v128 {
  return f32x4.splat(<f32>value)
}
