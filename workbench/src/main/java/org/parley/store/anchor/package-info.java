/// **How is it shown later that a journal was not rewritten as a whole?**
/// - [AnchorMaker] signs the heads of its chains with a key and appends them to a file.
///   [TimeStamps] has an authority confirm the time (RFC 3161).
/// - [AnchorCheck] compares such a file with a journal.
/// - [AnchorSchedule] does the former for a journal that is served.
///
/// An anchor is worth as much as its place. Who could rewrite the journal may have neither its file
/// nor its key.
@NullMarked
package org.parley.store.anchor;

import org.jspecify.annotations.NullMarked;
