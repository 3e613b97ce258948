/// **What happened, and what is owed for it?** The page of the watch: incidents on a timeline and a
/// map, duties by due date, the log with the changes by each record, each as a filtered, paged
/// list; and the page of one incident.
///
/// Drawings are coordinates that the template prints; everything drawn is also in words.
@NullMarked
package org.parley.web.watch;

import org.jspecify.annotations.NullMarked;
