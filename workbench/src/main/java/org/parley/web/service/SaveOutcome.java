package org.parley.web.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Refusal;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.TemporarilyUnavailable;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// The outcome of a change.
public sealed interface SaveOutcome {

  /// It is part of the case and of its journal.
  ///
  /// @param open the case as it now is, for the one who changed it
  record Saved(OpenCase open) implements SaveOutcome {}

  /// Nothing was changed, for these reasons.
  ///
  /// @param troubles at least one
  record Refused(List<Trouble> troubles) implements SaveOutcome {
    public Refused {
      troubles = List.copyOf(troubles);
    }

    /// A claim stays on record.
    public static Refused claimStays(String id) {
      return because(id, ChangeRefusal.Plain.CLAIM_STAYS);
    }

    static Refused because(@Nullable String record, Refusal why) {
      return new Refused(List.of(new Trouble(record, List.of(), new Complaint(why))));
    }
  }

  /// It cannot be saved just now, and may be saved later as it is.
  ///
  /// @param why why; whether anything was changed may not be known, and then that is said
  record Later(Trouble why) implements SaveOutcome {

    static Later because(ChangeRefusal why, String value) {
      return new Later(new Trouble(null, List.of(), new Complaint(why, value)));
    }

    /// The exception for callers that keep no input.
    public TemporarilyUnavailable exception() {
      Complaint complaint = why.complaint();
      return new TemporarilyUnavailable(
          Say.sentence(Complaint.sentence(complaint.message(), complaint.value(), "")),
          complaint.advice() + ".");
    }
  }

  /// Refused: a concurrent change of the same records.
  ///
  /// @param clashes at least one
  record Conflict(List<Clash> clashes) implements SaveOutcome {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /// Refused: a record would be shown to more readers without confirmation.
  ///
  /// @param widenings at least one
  record Widens(List<VisibilityWidening> widenings) implements SaveOutcome {
    public Widens {
      widenings = List.copyOf(widenings);
    }
  }

  /// A fault of a change.
  ///
  /// @param record the id of the record; `case` for the header; null for none
  /// @param path the path of the value: component names and list indices; may be empty
  /// @param complaint the fault
  record Trouble(@Nullable String record, List<String> path, Complaint complaint) {
    public Trouble {
      path = List.copyOf(path);
    }

    /// It in one sentence.
    public String sentence() {
      return complaint.sentence();
    }

    /// It in one sentence with the record it is about.
    public String sentenceWithRecord() {
      return record == null
          ? sentence()
          : Messages.current().text("complaint.in", "record", record, "message", sentence());
    }
  }

  /// A conflict on a record.
  ///
  /// @param id its id; `case` for the header
  /// @param wanted the record to save; null for a removal, and for the header
  /// @param current the present record, as visible to the visitor; null if it was removed, and for
  ///   the header
  record Clash(String id, @Nullable CaseRecord wanted, @Nullable CaseRecord current) {}
}
