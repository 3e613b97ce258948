/// **What happened, and what is owed for it?** The page of the watch: incidents over time and on a
/// map, duties by due date, the log with what each record changed, each as a list in pages that
/// pass a filter; and the page of one incident.
///
/// Drawings are plain coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.watch;

import org.jspecify.annotations.NullMarked;
