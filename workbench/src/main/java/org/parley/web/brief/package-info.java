/// **What does a principal need to know this morning?** One page first: where it stands, what
/// moved, who says otherwise, what is possible, what blocks, what is due, with its sources as
/// footnotes; then the details behind each.
///
/// [Brief] gathers what the other pages compute and cuts it to size; [Notes] numbers the sources in
/// the order in which they are first leaned on; [BriefPrinter] prints the same pages as HTML and as
/// PDF. Everything is a function of what one viewer may see, and of the days asked for.
@NullMarked
package org.parley.web.brief;

import org.jspecify.annotations.NullMarked;
