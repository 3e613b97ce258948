/// **What would all accept, and what if?** The page of packages: the answer, conflicts, sets of
/// signatories, a draft, the frontier, robustness, and what-if figures.
///
/// [PackagesPage] is the page. What-if values and drafts are in the URL alone ([PackagesQuery]),
/// and nothing is saved. Everything is computed on the viewer's view, in the background
/// ([Studies]). A page comes with the results so far; the rest follows until it is done, stopped or
/// abandoned.
@NullMarked
package org.parley.web.packages;

import org.jspecify.annotations.NullMarked;
