package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.form.Difference;
import org.parley.model.CaseRecord;
import org.parley.wording.Complaint;

/// The records of a table, before anything is written.
///
/// @param records the records, in the order of their first rows
/// @param faults the faults of cells
/// @param asksDays whether a day may be two days, since the order of day and month is unknown
/// @param asksDecimals whether a number may be two numbers
public record TableRead(
    List<RowRecord> records, List<TableCellFault> faults, boolean asksDays, boolean asksDecimals) {

  public TableRead {
    records = List.copyOf(records);
    faults = List.copyOf(faults);
  }

  /// A fault of a cell.
  ///
  /// @param row the row of the sheet, from 0
  /// @param column the column, from 0; -1 if the sheet has none for it
  /// @param name the name of the column
  public record TableCellFault(
      int row, int column, String name, String value, Complaint complaint) {}

  /// A record of some rows.
  ///
  /// @param row its first row, from 0
  /// @param record the record as it would be
  /// @param before the record with its id on record; null for a new one
  /// @param differences what would change; empty for a new record
  public record RowRecord(
      int row, CaseRecord record, @Nullable CaseRecord before, List<Difference> differences) {
    public RowRecord {
      differences = List.copyOf(differences);
    }

    public boolean isNew() {
      return before == null;
    }

    public boolean isChange() {
      return before != null && !before.equals(record);
    }
  }

  /// The records to add.
  public List<CaseRecord> added() {
    return records.stream().filter(RowRecord::isNew).map(RowRecord::record).toList();
  }

  /// The records that would change.
  public List<RowRecord> changed() {
    return records.stream().filter(RowRecord::isChange).toList();
  }

  /// The changes as one edit.
  ///
  /// @param changes whether records on record are changed
  public List<CaseEdit> edits(boolean changes) {
    List<CaseRecord> changed = new ArrayList<>();
    if (changes) {
      changed().forEach(each -> changed.add(each.record()));
    }
    return CaseEdit.of(added(), changed);
  }
}
