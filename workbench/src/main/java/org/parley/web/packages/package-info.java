/// **What would all accept, and what if?** The page of packages: the answer, what stands in the
/// way, who could sign what, the frontier, packages side by side, and figures to move.
///
/// [PackagesPage] is the page; what was moved lives in the address alone ([Moved]), and nothing is
/// saved. Everything is computed on what the viewer may see.
@NullMarked
package org.parley.web.packages;

import org.jspecify.annotations.NullMarked;
