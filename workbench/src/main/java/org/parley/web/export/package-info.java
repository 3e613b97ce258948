/// **What leaves a page, and in which form?** [PageTables] finds the tables in a page that was made
/// for a viewer; [TableLinks] writes the links to them under each.
/// - What is exported is read from the page itself. So filter, secrecy, language and moment are
///   those of the page, and nothing else can get out.
/// - Cost: linear in the length of the page.
@NullMarked
package org.parley.web.export;

import org.jspecify.annotations.NullMarked;
