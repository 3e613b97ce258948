/// **What do the rows of a public collection about agreements say?**
///
/// [PaxReader], [PamReader] and [CeasefireReader] read the files of known editions as records of
/// `org.parley.reference`.
/// - Every reader lists the columns it uses. No other column can be read.
/// - A column whose codes are not confirmed is refused, and so is a code that no list has. Nothing
///   is guessed: a [BadReferenceException] names file, line and column.
/// - A row that cannot be used is not dropped silently: [ReferenceTable.Skipped] says which and
///   why.
///
/// [ReferenceShelf] keeps a user's own copies. [ShippedFigures] are the counts that come with
/// Parley.
///
/// Cost: linear in the file.
@NullMarked
package org.parley.exchange.reference;

import org.jspecify.annotations.NullMarked;
