/// **How is the open case read and changed, and by whom?** The authorisation layer: pages and API
/// read and write through here, never around it.
/// - [CaseService] gives each [Visitor] their view, and takes their changes; [FolderCaseService]
///   keeps the case in a folder, [JournalCaseService] in a journal.
/// - One writer at a time; readers get immutable snapshots. A snapshot is replaced only when its
///   viewer's view has changed, so hidden changes send no news.
/// - Optimistic locking: a change names the [Version] of each record it is based on. On a conflict
///   both versions are returned and nothing is overwritten.
/// - [Rights] decides who may write what. A delegation's change is judged on its own view, so that
///   no refusal reveals a hidden record.
@NullMarked
package org.parley.web.service;

import org.jspecify.annotations.NullMarked;
