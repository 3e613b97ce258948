/// **How did each record change, and how is a change undone?** The pages of single entries of the
/// journal, of any two versions of a record, and of the case at any moment. Monitoring of the work:
/// who did how much, and how long things waited.
///
/// They are for mediators: the journal holds all records.
@NullMarked
package org.parley.web.journal;

import org.jspecify.annotations.NullMarked;
