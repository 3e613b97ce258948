package org.parley.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;

/// One change to a case on disk.
public sealed interface CaseEdit {

  /// A new record.
  ///
  /// @param file the target file, as a path from the folder with `/` between its parts. Default:
  ///   the last file with a list of its kind, else the only file, else a new file named after the
  ///   kind
  record Add(CaseRecord record, @Nullable String file) implements CaseEdit {}

  /// Replaces the record with the same id, in place.
  record Change(CaseRecord record) implements CaseEdit {}

  /// Removes the record with this id.
  record Remove(Id id) implements CaseEdit {}

  /// Replaces the header of the case.
  record Describe(CaseInfo info) implements CaseEdit {}

  /// Edits that add some records and change others.
  static List<CaseEdit> of(
      Collection<? extends CaseRecord> added, Collection<? extends CaseRecord> changed) {
    List<CaseEdit> edits = new ArrayList<>();
    added.forEach(each -> edits.add(new Add(each, null)));
    changed.forEach(each -> edits.add(new Change(each)));
    return List.copyOf(edits);
  }
}
