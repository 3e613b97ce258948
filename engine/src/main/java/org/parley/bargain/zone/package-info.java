/// **How many packages are acceptable, to whom, with which options?** [Zones] counts them.
///
/// Guaranteed: a proved count is exact, whatever its size; a bounded one lies between two numbers;
/// a random package is drawn with exactly the same chance as any other. Only an [Estimate] is
/// statistical, and says how much.
///
/// Literature: Dyer 2003. Cost: docs/concepts/packages.md.
@NullMarked
package org.parley.bargain.zone;

import org.jspecify.annotations.NullMarked;
