/// **How are claims and items exported to a spreadsheet or a program?** [CaseTable] gives the
/// claims, forecasts or acts of a view, or its items with their decisions, as rows: CSV by RFC
/// 4180, or JSON.
/// - Against CSV injection, a cell that a spreadsheet would evaluate begins with an apostrophe.
///   JSON has every value unchanged.
/// - Only what the viewer may see is exported. Cost: linear in the rows.
@NullMarked
package org.parley.exchange.tables;

import org.jspecify.annotations.NullMarked;
