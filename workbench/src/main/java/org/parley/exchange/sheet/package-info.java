/// Which claims does a spreadsheet hold?
///
/// [org.parley.exchange.sheet.SheetReader] reads cells from pasted text, CSV, XLSX and ODS, within
/// limits. [org.parley.exchange.sheet.ClaimSheet] recognises their columns, finds the records that
/// cells name, and makes claims. It writes nothing. Cost: linear in cells, and in records once.
@NullMarked
package org.parley.exchange.sheet;

import org.jspecify.annotations.NullMarked;
