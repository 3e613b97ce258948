/// **What became of each record, and how is it taken back?** The pages of single entries of the
/// journal, of any two versions of a record, and of the case as it was recorded at any moment.
///
/// They are for mediators: the journal holds everything for all eyes.
@NullMarked
package org.parley.web.journal;

import org.jspecify.annotations.NullMarked;
