/// **How is a briefing written as a Word document?** [BriefWordFile] takes the page that is printed
/// as PDF, and writes the same tree of headings, paragraphs, lists, tables and drawings. So both
/// say the same words.
///
/// The document has no macro, no field but page numbers, and nothing to fetch. Equal pages give
/// equal bytes. Cost: linear in the page, plus a raster for each drawing.
@NullMarked
package org.parley.web.brief.word;

import org.jspecify.annotations.NullMarked;
