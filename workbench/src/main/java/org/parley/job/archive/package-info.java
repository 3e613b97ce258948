/// **How is an archive read by many machines?** Files of articles, in JSON Lines, Parquet or WARC,
/// become tables of proposals and of statements. An [ArchiveBackend] reads the articles.
///
/// Guaranteed: an article is known by the hash of its content and is read once, whatever stops a
/// run. A line that cannot be used is set aside with its number. The rows are those of one process.
@NullMarked
package org.parley.job.archive;

import org.jspecify.annotations.NullMarked;
