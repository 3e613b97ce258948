/// **Which package does a rule of fair division select?** [Solutions] optimises by branch and bound
/// under Lagrangian bounds, without listing the frontier. [AnyPackage] finds any acceptable
/// package.
///
/// Guaranteed: a proved solution is optimal by its rule, with multipliers that rule out any better
/// package. The multipliers move in floating point; conclusions from them are exact.
///
/// Literature: Nash 1950; Kalai and Smorodinsky 1975; Horowitz and Sahni 1974 (meet in the middle);
/// Schroeppel and Shamir 1981 (constant sums). Figures: docs/benchmarks/packages.md.
@NullMarked
package org.parley.bargain.solve;

import org.jspecify.annotations.NullMarked;
