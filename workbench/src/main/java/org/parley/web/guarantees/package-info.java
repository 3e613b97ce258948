/// **What does the page of the guarantees show?** Coverage as strips over time, promises, duties,
/// who brings what, the log with its revisions, and incidents over time and on a map.
///
/// Drawings are plain coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.guarantees;

import org.jspecify.annotations.NullMarked;
