/// **What stands in the way, and what could be moved?** [Bridges] finds minimal conflicts and
/// minimal concessions if nothing is acceptable. [Trades] finds Pareto improvements of the package
/// on the table.
///
/// Guaranteed: proved lists are complete, and each clash and each way out is minimal.
///
/// Method: hitting-set dualisation (MUS and MCS enumeration). Bailey and Stuckey 2005; Liffiton,
/// Previti, Malik and Marques-Silva 2016; Berge 1989. Cost: one search a clash, and one a demand
/// for each way out.
@NullMarked
package org.parley.bargain.clash;

import org.jspecify.annotations.NullMarked;
