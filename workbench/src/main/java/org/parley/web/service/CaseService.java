package org.parley.web.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.LoadProgress;
import org.parley.casefile.folder.SetAsideFolder;
import org.parley.casefile.start.NewCase;
import org.parley.job.JobReports;
import org.parley.model.Visibility;
import org.parley.model.round.RoundId;
import org.parley.round.Waiting;
import org.parley.round.log.RecordedCase;
import org.parley.store.Journal;
import org.parley.store.RoundJournal;
import org.parley.web.view.FaultView;
import org.parley.web.view.OpenCase;

/// Reads and changes the open case on behalf of a visitor.
@FunctionalInterface
public interface CaseService {

  /// The id under which the version of the header is given.
  String HEADER = "case";

  /// The case as visible to this visitor, or the faults that prevent reading it. Called for every
  /// page, from many threads; cheap without changes. The same [OpenCase] is returned while nothing
  /// visible to this visitor changes.
  CaseAccess read(Visitor visitor);

  /// Reads what others recorded until now.
  ///
  /// @return whether that could be known; else what is shown stays as it is
  default boolean refresh() {
    return true;
  }

  /// The case as it stood at a moment, as this visitor may see it.
  default CaseAccess readAt(Visitor visitor, Instant moment) {
    return read(visitor);
  }

  /// The entry of the journal after which the case was read last. Empty if that is not certain, as
  /// for files that are recorded later.
  default Optional<RecordedState> recorded() {
    return Optional.empty();
  }

  /// Makes several changes as one: all of them, or none. They are in the journal when this returns.
  /// Those that show a record to more readers are not made.
  default SaveOutcome change(
      Visitor visitor, List<CaseEdit> edits, String why, Map<String, Version> basedOn) {
    return change(visitor, edits, why, basedOn, new Visibility.Mediator());
  }

  /// Applies several changes atomically. They are in the journal on return.
  ///
  /// @param why the reason, in the visitor's words; may be empty
  /// @param basedOn the version of each changed or removed record that the visitor saw, by id;
  ///   [#HEADER] for the header
  /// @param confirmed the readers confirmed by the visitor: a change that shows a record to more is
  ///   refused
  default SaveOutcome change(
      Visitor visitor,
      List<CaseEdit> edits,
      String why,
      Map<String, Version> basedOn,
      Visibility confirmed) {
    return SaveOutcome.Refused.because(null, ChangeRefusal.Plain.READ_ONLY);
  }

  /// Begins the case, where there is none yet.
  default SaveOutcome begin(Visitor visitor, NewCase first) {
    return SaveOutcome.Refused.because(null, ChangeRefusal.Plain.READ_ONLY);
  }

  /// Calls `news` after every visible change, until closed. The callback runs on a thread of the
  /// service and must not block.
  default Watching watch(Visitor visitor, Runnable news) {
    return () -> {};
  }

  /// Whether the case is current, as opposed to the last state before the database became
  /// unavailable.
  default boolean answers() {
    return true;
  }

  /// Whether the case was read and can be shown, or is still to be begun. It waits for no database.
  default boolean isLoaded() {
    try {
      return !(read(Visitor.anyone()) instanceof CaseAccess.Faulty);
    } catch (CaseLoading e) {
      return false;
    }
  }

  /// The set-aside records beside the files of the case, for readers with full access. Those of a
  /// journal are part of the case instead.
  default SetAsideFolder.Read setAside() {
    return SetAsideFolder.Read.NOTHING;
  }

  /// The jobs about the case that were submitted on this machine, the latest first; for mediators.
  default List<JobReports.JobReport> jobs() {
    return List.of();
  }

  /// The journal of the case.
  default History history() {
    return new History(null, "this case keeps no journal");
  }

  /// The case at each moment at which records of a round changed, as mediators see it; none where
  /// no journal is kept.
  default List<RecordedCase> recorded(RoundId round) {
    Journal journal = history().journal();
    return journal == null ? List.of() : RoundJournal.cases(journal, round);
  }

  /// The sealed answers in rounds, as far as a visitor may know them; empty where none are kept.
  default Optional<SealedRounds> rounds(Visitor visitor) {
    return Optional.empty();
  }

  /// The things that wait for a visitor, without those dismissed.
  default List<Waiting> waiting(Visitor visitor) {
    return List.of();
  }

  /// Dismisses a thing that waits for a visitor; returns whether it was there and can be dismissed.
  /// Nobody else sees a difference.
  ///
  /// @param thing its digest
  default boolean dismiss(Visitor visitor, String thing) {
    return false;
  }

  /// The meanings that a visitor gave to columns and words of tables, as they were kept.
  ///
  /// Empty text for nothing yet; empty for a visitor without an account.
  ///
  /// @param kind the import it belongs to
  default Optional<String> mapping(Visitor visitor, String kind) {
    return Optional.empty();
  }

  /// Keeps them with the account of a visitor; returns whether they have one.
  default boolean keepMapping(Visitor visitor, String kind, String mapping) {
    return false;
  }

  /// Ends the watching.
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /// A journal, or the reason why there is none.
  ///
  /// @param journal the journal; null if there is none, or none yet
  /// @param trouble the reason why recording is suspended; null if it is not
  /// @param recording how far a long recording is; null while there is none
  record History(
      @Nullable Journal journal, @Nullable String trouble, LoadProgress.@Nullable State recording) {

    public History(@Nullable Journal journal, @Nullable String trouble) {
      this(journal, trouble, null);
    }
  }

  /// The result of reading a case.
  sealed interface CaseAccess {

    /// It was read.
    record Opened(OpenCase open) implements CaseAccess {}

    /// There is none yet: its folder is empty.
    ///
    /// @param faults that, as the one fault
    record Empty(String name, List<FaultView> faults) implements CaseAccess {
      public Empty {
        faults = List.copyOf(faults);
      }
    }

    /// It has faults.
    ///
    /// @param named the folder or journal, in the language of the reader
    /// @param found all faults, in that language
    record Faulty(Supplier<String> named, Supplier<List<FaultView>> found) implements CaseAccess {

      /// Those of a case in words of one language.
      public Faulty(String name, List<FaultView> faults) {
        this(() -> name, () -> List.copyOf(faults));
      }

      public String name() {
        return named.get();
      }

      public List<FaultView> faults() {
        return found.get();
      }
    }
  }
}
