package org.parley.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseWriter;
import org.parley.model.checks.SetAside;

/// A change of one record of a case.
///
/// @param kind the key of the record kind: `claims`; `case` for the header
/// @param id the id of the record; `case` for the header
/// @param before its text before; null if it was added
/// @param after its text after; null if it was removed
public record Change(String kind, String id, @Nullable String before, @Nullable String after) {

  /// The kind of change: added, removed or changed.
  public String verb() {
    return before == null ? "added" : after == null ? "removed" : "changed";
  }

  /// Whether it is a change of one of these records.
  public boolean isOfAny(List<SetAside> records) {
    return records.stream()
        .map(SetAside::record)
        .anyMatch(each -> each.id().value().equals(id) && CaseWriter.keyOf(each).equals(kind));
  }

  /// The change that reverts this one.
  public Change inverse() {
    return new Change(kind, id, after, before);
  }
}
