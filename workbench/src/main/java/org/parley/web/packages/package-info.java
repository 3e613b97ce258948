/// **What would all accept, and what if?** The page of packages: the answer, what stands in the
/// way, who could sign what, a package put together, the frontier, how sure it is, and figures to
/// move.
///
/// [PackagesPage] is the page; what was moved or put together lives in the address alone
/// ([Address]), and nothing is saved. Everything is computed on what the viewer may see, in the
/// background ([Studies]): a page comes with what is known, and the rest follows until it is done,
/// stopped, or nobody looks any more.
@NullMarked
package org.parley.web.packages;

import org.jspecify.annotations.NullMarked;
