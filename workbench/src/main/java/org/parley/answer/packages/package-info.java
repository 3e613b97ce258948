/// **How are packages written as JSON?** Overviews, conflicts and concessions, drafts, pivots,
/// robustness. Counts of packages are strings.
@NullMarked
package org.parley.answer.packages;

import org.jspecify.annotations.NullMarked;
