/// **Which lines of a file make one record, whatever the file holds?**
///
/// Files come cut short, mixed up, in the wrong encoding, with lines of megabytes. [Lines] takes
/// bytes as they come and gives lines with their numbers; a [Splitter] takes lines and gives whole
/// records as [Chunk]s. A record that does not end is given up at its first line and the search
/// begins again at the second, so one bad line costs one line.
///
/// Guaranteed: every line is in a chunk or counted as empty, chunks come in the order of the file,
/// and memory is bounded by one line and one record.
@NullMarked
package org.parley.exchange.incidents.text;

import org.jspecify.annotations.NullMarked;
