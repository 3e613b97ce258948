package org.parley.casefile;

import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;

/// One change to a case on disk.
public sealed interface CaseEdit {

  /// A new record.
  ///
  /// @param file the file to write it to, as a path from the folder with `/` between its parts;
  ///   where absent, the last file that holds a list of its kind; where there is none, the only
  ///   file of the case, or a new file named after the kind
  record Add(CaseRecord record, @Nullable String file) implements CaseEdit {}

  /// A record takes the place of the one with its id, where that stands.
  record Change(CaseRecord record) implements CaseEdit {}

  /// The record with this id goes.
  record Remove(Id id) implements CaseEdit {}

  /// The header of the case is to say this.
  record Describe(CaseInfo info) implements CaseEdit {}
}
