package org.parley.web.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.model.Visibility;
import org.parley.store.Journal;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;

/// Reads and changes the open case on behalf of a visitor.
@FunctionalInterface
public interface CaseService {

  /// The id under which the version of the header is given.
  String HEADER = "case";

  /// The case as this visitor may see it now, or what keeps it from being read. Called for every
  /// page, from many threads; cheap while nothing changed. The same [OpenCase] as before is given
  /// as long as nothing this visitor may see has changed.
  Reading read(Visitor visitor);

  /// The case as it stood at a moment, as this visitor may see it.
  default Reading readAt(Visitor visitor, Instant moment) {
    return read(visitor);
  }

  /// Makes several changes as one: all of them, or none. They are in the journal when this returns.
  /// Those that show a record to more readers are not made.
  default SaveOutcome change(
      Visitor visitor, List<CaseEdit> edits, String why, Map<String, Version> basedOn) {
    return change(visitor, edits, why, basedOn, new Visibility.Mediator());
  }

  /// Makes several changes as one: all of them, or none. They are in the journal when this returns.
  ///
  /// @param why the reason, in the words of the visitor; may be empty
  /// @param basedOn for each record that is changed or removed, the version of it that the visitor
  ///   saw, by its id; [#HEADER] for the header
  /// @param confirmed to whom the visitor has confirmed that records may be shown: a change that
  ///   shows one to more is not made
  default SaveOutcome change(
      Visitor visitor,
      List<CaseEdit> edits,
      String why,
      Map<String, Version> basedOn,
      Visibility confirmed) {
    return SaveOutcome.Refused.because(null, ChangeRefusal.Plain.READ_ONLY);
  }

  /// Calls `news` whenever what this visitor may see has changed, until it is closed. It is called
  /// on a thread of the desk and must not wait.
  default Watching watch(Visitor visitor, Runnable news) {
    return () -> {};
  }

  /// Whether the case is shown as it stands, not as it was read last before the database fell
  /// silent.
  default boolean answers() {
    return true;
  }

  /// What lies set aside beside the files of the case, for those who see all of it. What a journal
  /// sets aside is part of the case instead.
  default SetAsideFolder.Read setAside() {
    return SetAsideFolder.Read.NOTHING;
  }

  /// The journal of the case.
  default History history() {
    return new History(null, "this case keeps no journal");
  }

  /// Ends the watching.
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /// A journal, or why there is none.
  ///
  /// @param journal the journal; absent where there is none, or none yet
  /// @param trouble why nothing is recorded, in words; absent where all is well
  record History(@Nullable Journal journal, @Nullable String trouble) {}

  /// What reading a case came to.
  sealed interface Reading {

    /// It was read.
    record Opened(OpenCase open) implements Reading {}

    /// It has faults; all of them.
    record Faulty(String name, List<FaultView> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }
}
