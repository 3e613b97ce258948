/// **What happened, and what is owed for it?** The page of the watch has incidents on a timeline
/// and a map, duties by due date, and the log with its changes. Each is a filtered, paged list;
/// every incident has its own page.
///
/// Drawings are coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.watch;

import org.jspecify.annotations.NullMarked;
