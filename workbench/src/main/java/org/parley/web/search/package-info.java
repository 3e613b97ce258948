/// **Which records contain these words?** Full-text search over every record a viewer may see.
///
/// [SearchIndex] is built from the view of one viewer; hidden records are not in it. Words are
/// matched by prefix, without case and accents. A search costs time in its results. Building the
/// index costs linear time in the words of the case; extending it, time in the change and the
/// number of records.
@NullMarked
package org.parley.web.search;

import org.jspecify.annotations.NullMarked;
