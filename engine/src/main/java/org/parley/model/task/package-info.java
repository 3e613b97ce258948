/// **Who is to do something in the work on a case, by when, and is it done?** A [Task] is of a
/// person or a delegation, and may be about any record.
///
/// Tasks say nothing of the talks: no board, package or plan reads them.
@NullMarked
package org.parley.model.task;

import org.jspecify.annotations.NullMarked;
