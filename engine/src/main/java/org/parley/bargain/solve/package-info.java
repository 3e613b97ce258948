/// **What would a rule of fair division pick?** [Solutions] answers without listing the frontier;
/// [AnyPackage] finds any package that is acceptable.
///
/// Guaranteed: a proved solution is the best by its rule, with multipliers that rule out whatever
/// would be better. The weights of the search move in floating point; what is concluded from them
/// is exact.
///
/// Literature: Nash 1950; Kalai and Smorodinsky 1975. Cost: docs/concepts/packages.md.
@NullMarked
package org.parley.bargain.solve;

import org.jspecify.annotations.NullMarked;
