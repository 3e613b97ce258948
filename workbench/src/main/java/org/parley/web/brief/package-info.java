/// **What does a principal need to know this morning?** One page first, with its sources as
/// footnotes: standing, changes, contradictions, options, obstacles, due dates. The details follow.
///
/// [Brief] gathers the content of the other pages and cuts it to size; [Notes] numbers the sources
/// in the order of citation. [BriefPrinter] prints HTML and PDF. Everything is a function of one
/// viewer's view, and of the days requested.
@NullMarked
package org.parley.web.brief;

import org.jspecify.annotations.NullMarked;
