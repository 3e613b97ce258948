/// Which records does a table of rows and columns have, and how is a kind of record written as one?
///
/// Columns follow from the shape of a kind, so a key of the model has its column at once.
/// [RecordTable] writes records as rows, [TableReading] reads them back without loss. Elements of
/// lists, such as options, are on rows of their own below the record.
@NullMarked
package org.parley.exchange.records;

import org.jspecify.annotations.NullMarked;
