/// **What does an article of an archive say?** An [ArchivedArticle] is read for a case by an
/// [ArchiveReader], offline, into rows of proposals. The claims of all articles become rows of
/// statements.
///
/// Guaranteed: the rows of an article depend on its content and the case alone.
@NullMarked
package org.parley.archive;

import org.jspecify.annotations.NullMarked;
