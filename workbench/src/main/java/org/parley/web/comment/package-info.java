/// **How are comments shown and taken?** [CommentForms] has the forms of a page for one visitor,
/// and [CommentInput] makes a [org.parley.model.comment.Comment] of what was sent. The page says
/// what can be commented on, and who sees that.
@NullMarked
package org.parley.web.comment;

import org.jspecify.annotations.NullMarked;
