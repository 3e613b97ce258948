/// **Where does the case lie open, for whom, and how does it change?** Pages and interface read and
/// write through here, never around it.
/// - [Desk] gives each [Visitor] what they may see, and takes their changes; [FolderDesk] keeps the
///   case in a folder, [JournalDesk] in a journal.
/// - One writer at a time; readers get immutable snapshots. A snapshot is replaced only when what
///   its viewer sees has changed: whoever waits for news learns nothing from changes hidden from
///   them.
/// - A change names the [Version] of each record it is based on. Where that is no longer what
///   stands, both are given back and nothing is overwritten.
/// - [Rights] says who may write what. What a delegation writes is judged by what it may see alone,
///   so that no refusal betrays what it may not.
@NullMarked
package org.parley.web.desk;

import org.jspecify.annotations.NullMarked;
