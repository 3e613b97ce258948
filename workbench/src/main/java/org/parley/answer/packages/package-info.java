/// **What do packages look like to a program?** Overviews, what stands in the way, drafts, pivots,
/// and what is safest. Counts of packages are texts.
@NullMarked
package org.parley.answer.packages;

import org.jspecify.annotations.NullMarked;
