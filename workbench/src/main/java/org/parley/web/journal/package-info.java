/// **How did each record change, and how is a change undone?** The pages of single entries of the
/// journal, of any two versions of a record, and of the case at any moment.
///
/// They are for mediators: the journal holds all records.
@NullMarked
package org.parley.web.journal;

import org.jspecify.annotations.NullMarked;
