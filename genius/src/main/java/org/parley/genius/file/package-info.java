/// **What does a foreign file contain, and in which line?** Text, and XML as a plain tree. Its
/// elements know their position, so a format reader can name the place of a fault.
///
/// Files are treated as hostile: no document type, no entity expansion, nothing fetched (XXE).
/// Size, depth and number of elements are limited, and a number is a decimal of bounded length,
/// never a `double`. A violation is a [BadFileException] with a code. Cost: linear in the file.
@NullMarked
package org.parley.genius.file;

import org.jspecify.annotations.NullMarked;
