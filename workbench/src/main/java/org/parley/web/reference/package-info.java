/// **What did others agree on this point, and what became of it?** The page of precedents of a
/// point, and the counts that the page of the point shows.
@NullMarked
package org.parley.web.reference;

import org.jspecify.annotations.NullMarked;
