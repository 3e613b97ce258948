/// **What stands in the way, and what could be moved?** [Bridges] finds what clashes where nothing
/// is acceptable, [Trades] what can be gained from the package on the table.
///
/// Guaranteed: proved lists are complete, each clash and each way out minimal.
///
/// Literature: Bailey and Stuckey 2005; Liffiton, Previti, Malik and Marques-Silva 2016; Berge
/// 1989. Cost: one search a clash, and one a demand for each way out.
@NullMarked
package org.parley.bargain.clash;

import org.jspecify.annotations.NullMarked;
