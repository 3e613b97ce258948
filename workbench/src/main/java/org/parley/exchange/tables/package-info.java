/// **How do claims and decisions leave for a spreadsheet or a program?** [CaseTable] gives the
/// claims of a view, or what came in and what became of it, as rows: CSV after RFC 4180, or JSON.
/// - A cell that a spreadsheet would take for a formula begins with an apostrophe, so that it is
///   text there; JSON has every value as it is.
/// - Only what the viewer may see is in it. Cost: linear in the rows.
@NullMarked
package org.parley.exchange.tables;

import org.jspecify.annotations.NullMarked;
