package org.parley.web.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.checks.SetAside;
import org.parley.store.Change;
import org.parley.store.Entry;
import org.parley.store.FolderJournal;
import org.parley.store.Journal;
import org.parley.web.service.CaseService;
import org.parley.web.service.Rights;
import org.parley.web.service.Role;
import org.parley.web.service.VisibleJournal;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.StillReadingPage;
import org.parley.wording.Messages;

/// The history of the case: author, time, reason and change, latest first.
///
/// @param open the case
/// @param steps the transactions on this page
/// @param own the ids of records with a last change on the page that the visitor may undo
/// @param setAside the records set aside at present, in the journal or beside the files
/// @param older how many to skip to see older ones; 0 if there are none
/// @param trouble the reason why recording is suspended; null if it is not
/// @param recording how far a long recording is, in words; null while there is none
public record HistoryPage(
    OpenCase open,
    List<Transaction> steps,
    Set<String> own,
    List<SetAside> setAside,
    int older,
    @Nullable String trouble,
    @Nullable String recording) {

  private static final int PAGE_SIZE = 200;
  private static final int FURTHEST = 100_000_000;

  /// A transaction.
  ///
  /// @param at the time
  /// @param who the author
  /// @param why the reason
  /// @param entries the entries, latest first
  public record Transaction(Instant at, String who, String why, List<Entry> entries) {}

  /// The page an address asks for.
  public static HistoryPage of(OpenCase open, CaseService service, Visitor visitor, Query query) {
    CaseService.History history = service.history();
    Journal journal = history.journal();
    String trouble = history.trouble();
    String recording =
        history.recording() == null ? null : new StillReadingPage(history.recording()).words();
    if (journal == null) {
      return new HistoryPage(
          open,
          List.of(),
          Set.of(),
          List.of(),
          0,
          trouble != null ? trouble : Say.text("history.not-open"),
          recording);
    }
    int skipped = query.number("skip", 0, FURTHEST, 0);
    List<Entry> entries = VisibleJournal.list(journal, visitor, null, skipped, PAGE_SIZE + 1);
    boolean more = entries.size() > PAGE_SIZE;
    return new HistoryPage(
        open,
        together(more ? entries.subList(0, PAGE_SIZE) : entries),
        skipped > 0 || visitor.role() == Role.MEDIATOR ? Set.of() : own(open, visitor, entries),
        Stream.concat(open.view().setAside().stream(), service.setAside().all().stream()).toList(),
        more ? skipped + PAGE_SIZE : 0,
        trouble,
        recording);
  }

  private static Set<String> own(OpenCase open, Visitor visitor, List<Entry> entries) {
    Set<String> own = new HashSet<>();
    for (Entry entry : entries) {
      Change change = entry.change();
      if (Rights.mayUndo(visitor, open.view(), change.kind(), change.id())) {
        own.add(change.id());
      }
    }
    return own;
  }

  /// Whether an entry is the last about a record, and the visitor's to take back.
  public boolean mayUndo(Entry entry) {
    String id = entry.change().id();
    return own.contains(id)
        && steps.stream()
            .flatMap(step -> step.entries.stream())
            .filter(each -> each.change().id().equals(id))
            .findFirst()
            .filter(entry::equals)
            .isPresent();
  }

  /// Whether an entry is about a record that is set aside now; for those who see all.
  public boolean isSetAside(Entry entry) {
    return entry.change().isOfAny(setAside);
  }

  private static List<Transaction> together(List<Entry> entries) {
    List<Transaction> steps = new ArrayList<>();
    for (Entry entry : entries) {
      Transaction last = steps.isEmpty() ? null : steps.getLast();
      if (last == null
          || !last.at.equals(entry.at())
          || !last.who.equals(entry.who())
          || !last.why.equals(entry.why())) {
        last = new Transaction(entry.at(), entry.who(), entry.why(), new ArrayList<>());
        steps.add(last);
      }
      last.entries.add(entry);
    }
    return steps;
  }

  /// The change of a record, in words.
  public static String words(Change change) {
    return Say.text(
        "history.change",
        "verb",
        new Messages.Select(change.verb()),
        "what",
        change.kind().equals("case") ? Say.text("title.header") : change.id());
  }

  /// The kind of change, in a word.
  public static String did(Change change) {
    return Say.text("history.did", "verb", new Messages.Select(change.verb()));
  }

  /// The reason of an entry; that which Parley itself records, in the language of the page.
  public static String why(String recorded) {
    return recorded.equals(FolderJournal.BY_HAND) ? Say.text("history.by-hand") : recorded;
  }

  public Frame frame() {
    return Frame.of(Say.text("history.title"), open.view().info(), "history");
  }
}
