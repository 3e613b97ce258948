/// **What leaves a page, and in which form?** [PageTables] and [PagePictures] find tables and
/// drawings in a page that was made for a viewer. [TableLinks] and [PictureLinks] write the links
/// to them, [PageCitations] says how the page is cited.
/// - What is exported is read from the page itself. So filter, secrecy, language and moment are
///   those of the page, and nothing else can get out.
/// - Cost: linear in the length of the page.
@NullMarked
package org.parley.web.export;

import org.jspecify.annotations.NullMarked;
