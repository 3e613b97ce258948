package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.model.SetAside;

/// One record of a case before and after.
///
/// @param kind the key that holds such records: `claims`; `case` for the header
/// @param id the id of the record; `case` for the header
/// @param before its text before; absent where it was added
/// @param after its text after; absent where it was removed
public record Change(String kind, String id, @Nullable String before, @Nullable String after) {

  /// What happened to the record, in a word: added, removed or changed.
  public String verb() {
    return before == null ? "added" : after == null ? "removed" : "changed";
  }

  /// Whether it is a change of one of these records.
  public boolean isOfAny(List<SetAside> records) {
    return records.stream()
        .map(SetAside::record)
        .anyMatch(each -> each.id().value().equals(id) && CaseWriter.keyOf(each).equals(kind));
  }

  /// The change that takes this one back.
  public Change inverse() {
    return new Change(kind, id, after, before);
  }
}
