/// **What stands in a file that others wrote, and in which line?** XML and JSON as plain trees
/// whose every node knows its place, so that a reader of a format can say what is wrong and where.
///
/// Files are hostile until read: no document type, no entity, nothing fetched; size, depth and the
/// number of nodes are limited, and a number is a decimal of bounded length, never a `double`.
/// Whatever breaks a limit or the syntax is a [BadFileException]. Cost: linear in the file.
@NullMarked
package org.parley.exchange.tree;

import org.jspecify.annotations.NullMarked;
