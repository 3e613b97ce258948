/// **What does a foreign file contain, and in which line?** XML and JSON as plain trees whose nodes
/// know their position, so a format reader can report errors with their place.
///
/// Files are treated as hostile: no document type, no entity expansion, nothing fetched (XXE).
/// Size, depth and number of nodes are limited, and a number is a decimal of bounded length, never
/// a `double`. A violation is a [BadFileException]. Cost: linear in the file.
@NullMarked
package org.parley.exchange.tree;

import org.jspecify.annotations.NullMarked;
