/// **How many packages are acceptable, to whom, with which options?** [Zones] counts them by
/// enumeration, meet in the middle or dynamic programming over deficits.
///
/// Guaranteed: a proved count is exact, whatever its size; a bounded one lies between two numbers.
/// Random packages are exactly uniform. Only a [WilsonEstimate] is statistical, and states its
/// interval.
///
/// Literature: Dyer 2003; Horowitz and Sahni 1974; Chernoff 1952. Figures:
/// docs/benchmarks/packages.md.
@NullMarked
package org.parley.bargain.zone;

import org.jspecify.annotations.NullMarked;
