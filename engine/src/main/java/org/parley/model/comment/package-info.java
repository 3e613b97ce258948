/// **What is remarked on the work itself, and is it settled?** A [Comment] is on something, or
/// replies to a comment; replies resolve and reopen it. [CommentThread] folds a comment and its
/// replies into what is open.
///
/// Comments say nothing of the talks: no board, package or plan reads them.
@NullMarked
package org.parley.model.comment;

import org.jspecify.annotations.NullMarked;
