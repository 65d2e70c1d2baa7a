/** The last answer again while it is asked about the very same things: views ask at every frame. */
export function memo<A extends readonly unknown[], R>(compute: (...given: A) => R): (...given: A) => R {
  let last: { readonly given: A; readonly answer: R } | null = null;
  return (...given) => {
    const known = last;
    if (known?.given.every((value, index) => Object.is(value, given[index]))) return known.answer;
    const answer = compute(...given);
    last = { given, answer };
    return answer;
  };
}
