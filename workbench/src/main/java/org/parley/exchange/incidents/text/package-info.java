/// **Which lines of a file make one record, whatever the file contains?**
///
/// Files may be truncated, mixed, wrongly encoded, or have lines of megabytes. [Lines] turns bytes
/// into numbered lines; a [Splitter] turns lines into whole records as [Chunk]s. An unterminated
/// record is given up at its first line, and the search restarts at the second. So one bad line
/// costs one line.
///
/// Guaranteed: every line is in a chunk or counted as empty, and chunks come in the order of the
/// file. Memory is bounded by one line and one record.
@NullMarked
package org.parley.exchange.incidents.text;

import org.jspecify.annotations.NullMarked;
