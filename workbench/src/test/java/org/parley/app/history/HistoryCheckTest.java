package org.parley.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.app.history.History.Outcome;
import org.parley.app.history.History.Read;
import org.parley.app.history.History.Write;
import org.parley.app.history.HistoryCheck.Kind;
import org.parley.app.history.HistoryCheck.Report;
import org.parley.app.history.Intent.Edit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.store.Change;
import org.parley.store.Entry;

/// The checker finds every planted defect, and nothing in a history without one. Moments are small
/// numbers; a server looks again after 10.
class HistoryCheckTest {

  private static final long LOOK_AGAIN = 10;
  private static final String SOURCE =
      "{\"id\": \"%s\", \"publisher\": \"Gazette\", \"title\": \"%s\", \"date\": \"2025-03-01\","
          + " \"kind\": \"report\", \"reliability\": \"B\", \"language\": \"en\"}";
  private static final String CLAIM =
      "{\"id\": \"c\", \"speaker\": \"Ada\", \"party\": \"A\", \"said\": \"2025-03-01\","
          + " \"source\": \"s\", \"quote\": \"Agreed\", \"about\": \"p\", \"asserts\": \"agreed\"}";

  private final History history = new History();
  private final List<Entry> journal = new ArrayList<>();
  private final Map<String, String> texts = new TreeMap<>();

  @BeforeEach
  void begin() {
    for (Map.Entry<String, String> each :
        Map.of(
                "parties", "{id: A, name: Arda, kind: state}",
                "instruments", "{id: t, title: Treaty, kind: treaty, signatories: [A]}",
                "points", "{id: p, instrument: t, number: \"1\", title: Water}",
                "sources", SOURCE.formatted("s", "one"))
            .entrySet()) {
      enter("Begun.", each.getKey(), id(each.getValue()), text(each.getKey(), each.getValue()));
    }
    enter("Begun.", "case", "case", "  title: The river\n");
  }

  private static String id(String record) {
    return record.replaceAll(".*?\"?id\"?: \"?(\\w+).*", "$1");
  }

  private static String text(String kind, String record) {
    return CaseWriter.text(
        Objects.requireNonNull(new RecordReader(List.of()).read(kind, record).record()));
  }

  private void enter(String why, String kind, String id, @Nullable String after) {
    int number = journal.size() + 1;
    journal.add(
        new Entry(
            number,
            Instant.EPOCH,
            "ann",
            why,
            new Change(kind, id, texts.get(kind + " " + id), after),
            "hash " + (number - 1),
            "hash " + number));
    if (after == null) {
      texts.remove(kind + " " + id);
    } else {
      texts.put(kind + " " + id, after);
    }
  }

  /// The entries of an edit.
  private void enter(int write, Edit edit) {
    enter(
        History.reason(write),
        edit.kind(),
        edit.id(),
        edit.text() == null ? null : text(edit.kind(), edit.text()));
  }

  private void write(
      int id, String server, Edit edit, long invoked, long answered, Outcome outcome) {
    history.add(
        new Write(id, server, new Intent.Edits(List.of(edit)), invoked, answered, outcome, true));
  }

  /// A write that is acknowledged and in the journal.
  private void done(int id, String server, Edit edit, long invoked, long answered) {
    write(id, server, edit, invoked, answered, Outcome.ACKNOWLEDGED);
    enter(id, edit);
  }

  private static Edit add(String id) {
    return Edit.add("sources", id, SOURCE.formatted(id, "new"));
  }

  private Case now() {
    Map<String, String> files = new HashMap<>();
    texts.forEach(
        (key, text) -> files.merge(key.split(" ", 2)[0], text, (one, other) -> one + "\n" + other));
    files.replaceAll((kind, text) -> kind + ":\n" + text);
    return ((LoadResult.Loaded) CaseReader.read(files)).contents();
  }

  private Map<String, String> sources() {
    return HistoryCheck.see(now(), new Viewer.Mediator(), "sources");
  }

  private Edit change(String id, String title) {
    return new Edit("sources", id, sources().get(id), SOURCE.formatted(id, title));
  }

  private void read(String server, Map<String, String> seen, long invoked, long answered) {
    history.add(new Read(server, new Viewer.Mediator(), "sources", invoked, answered, seen));
  }

  private void expect(Kind... kinds) {
    Report report = HistoryCheck.of(journal, history, LOOK_AGAIN);
    assertEquals(
        List.of(kinds),
        report.violations().stream().map(HistoryCheck.Violation::kind).toList(),
        report.toString());
  }

  @Test
  void aLinearisableHistoryHasNothingWrong() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    Map<String, String> then = sources();
    done(2, "two", change("s", "two"), 15, 30);
    read("two", atFirst, 21, 22);
    read("one", then, 21, 22);
    read("two", sources(), 31, 32);
    read("one", then, 33, 34);
    read("one", sources(), 50, 51);
    write(3, "one", add("x"), 60, 70, Outcome.REFUSED);
    expect();
  }

  @Test
  void aLostWriteIsFound() {
    write(1, "one", add("x"), 10, 20, Outcome.ACKNOWLEDGED);
    expect(Kind.LOST);
  }

  @Test
  void aWriteThatStandsTwiceIsFound() {
    done(1, "one", add("x"), 10, 20);
    done(2, "one", new Edit("sources", "x", sources().get("x"), null), 30, 40);
    enter(1, add("x"));
    expect(Kind.TWICE, Kind.REORDERED);
  }

  @Test
  void aRefusedWriteThatStandsIsFound() {
    write(1, "one", add("x"), 10, 20, Outcome.NOTHING);
    enter(1, add("x"));
    expect(Kind.UNASKED);
  }

  @Test
  void anEntryOfNobodyIsFound() {
    enter(7, add("x"));
    expect(Kind.UNASKED);
  }

  @Test
  void aWriteNobodyHeardOfMayStandOrNot() {
    write(1, "one", add("x"), 10, History.NEVER, Outcome.UNKNOWN);
    write(2, "one", add("y"), 10, History.NEVER, Outcome.UNKNOWN);
    enter(2, add("y"));
    expect();
  }

  @Test
  void aMissingEntryIsFound() {
    done(1, "one", add("x"), 10, 20);
    done(2, "one", add("y"), 30, 40);
    journal.remove(journal.size() - 2);
    expect(Kind.BROKEN, Kind.LOST);
  }

  @Test
  void aTextThatDidNotStandIsFound() {
    done(1, "one", change("s", "two"), 10, 20);
    Entry last = journal.removeLast();
    journal.add(
        new Entry(
            last.number(),
            last.at(),
            last.who(),
            last.why(),
            new Change("sources", "s", "another text", last.change().after()),
            last.previous(),
            last.hash()));
    expect(Kind.BROKEN);
  }

  @Test
  void writesInTheWrongOrderAreFound() {
    done(2, "two", add("y"), 30, 40);
    done(1, "one", add("x"), 10, 20);
    expect(Kind.REORDERED);
  }

  @Test
  void concurrentWritesMayStandInEitherOrder() {
    done(2, "two", add("y"), 30, 40);
    done(1, "one", add("x"), 10, 31);
    expect();
  }

  @Test
  void aStateThatIsNoCaseIsFound() {
    done(1, "one", Edit.add("claims", "c", CLAIM), 10, 20);
    write(
        2, "two", new Edit("sources", "s", sources().get("s"), null), 10, 20, Outcome.ACKNOWLEDGED);
    enter(2, new Edit("sources", "s", null, null));
    expect(Kind.IMPOSSIBLE);
  }

  @Test
  void anOverwrittenChangeIsFound() {
    Edit first = change("s", "two");
    Edit second = change("s", "three");
    done(1, "one", first, 10, 20);
    done(2, "two", second, 15, 30);
    expect(Kind.WRONG);
  }

  @Test
  void aWriteThatTakesMoreWithItIsFound() {
    done(1, "one", add("x"), 10, 20);
    done(2, "terminal", add("y"), 30, 40);
    enter(History.reason(2), "sources", "x", null);
    expect(Kind.WRONG);
  }

  @Test
  void aWriteOfWhichHalfStandsIsFound() {
    history.add(
        new Write(
            1,
            "one",
            new Intent.Edits(List.of(add("x"), add("y"))),
            10,
            20,
            Outcome.ACKNOWLEDGED,
            true));
    enter(1, add("x"));
    expect(Kind.WRONG);
  }

  @Test
  void aRefusalWithoutAReasonIsFound() {
    write(1, "one", add("x"), 10, 20, Outcome.REFUSED);
    expect(Kind.UNJUSTIFIED);
  }

  @Test
  void aRefusalIsExplainedByAnyStateOfItsTime() {
    write(1, "one", change("s", "two"), 10, 30, Outcome.REFUSED);
    done(2, "two", change("s", "three"), 15, 20);
    expect();
  }

  /// Where only the snapshot of the server was looked at, it may be as old as a read may be.
  @Test
  void aRefusalBeforeTheHeadMayBeStale() {
    done(1, "two", change("s", "two"), 10, 20);
    Edit based = change("s", "three");
    Intent intent = new Intent.Edits(List.of(based));
    history.add(new Write(2, "one", intent, 25, 26, Outcome.REFUSED, false));
    expect();
    history.add(new Write(3, "one", intent, 35, 36, Outcome.REFUSED, false));
    expect(Kind.UNJUSTIFIED);
    history.add(new Write(4, "one", intent, 25, 26, Outcome.REFUSED, true));
    expect(Kind.UNJUSTIFIED, Kind.UNJUSTIFIED);
  }

  @Test
  void aTakenBackEntryIsJudgedAsWell() {
    done(1, "one", add("x"), 10, 20);
    long number = journal.size();
    history.add(
        new Write(2, "one", new Intent.TakeBack(number), 30, 40, Outcome.ACKNOWLEDGED, false));
    enter("Undoes entry " + number + ". " + History.reason(2), "sources", "x", null);
    history.add(new Write(3, "one", new Intent.TakeBack(number), 50, 60, Outcome.REFUSED, false));
    expect();
  }

  @Test
  void aReadThatMissesWhatItsServerAcknowledgedIsFound() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    read("one", atFirst, 21, 22);
    expect(Kind.INVISIBLE);
  }

  @Test
  void aReadThatStaysBehindTheOtherServerIsFound() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    read("two", atFirst, 20 + LOOK_AGAIN - 1, 31);
    expect();
    read("two", atFirst, 20 + LOOK_AGAIN, 31);
    expect(Kind.INVISIBLE);
  }

  @Test
  void aServerThatIsCutOffMayStayBehindTheOtherButNotBehindItself() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    history.add(new History.Outage("two", 25, 100));
    history.add(new History.Outage("one", 25, 100));
    read("two", atFirst, 90, 91);
    expect();
    read("one", atFirst, 90, 91);
    expect(Kind.INVISIBLE);
  }

  @Test
  void aServerThatGoesBackIsFound() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    Map<String, String> then = sources();
    read("two", then, 21, 22);
    read("two", atFirst, 22, 23);
    expect(Kind.INVISIBLE);
  }

  @Test
  void concurrentReadsMayShowStatesInEitherOrder() {
    Map<String, String> atFirst = sources();
    done(1, "one", add("x"), 10, 20);
    read("two", sources(), 21, 24);
    read("two", atFirst, 22, 23);
    expect();
  }

  @Test
  void aReadOfWhatIsNotWrittenYetIsFound() {
    done(1, "one", add("x"), 10, 20);
    read("two", sources(), 5, 9);
    expect(Kind.EARLY);
  }

  @Test
  void aReadOfHalfATransactionIsFound() {
    enter(1, add("x"));
    Map<String, String> half = sources();
    enter(1, add("y"));
    history.add(
        new Write(
            1,
            "one",
            new Intent.Edits(List.of(add("x"), add("y"))),
            10,
            20,
            Outcome.ACKNOWLEDGED,
            true));
    read("two", half, 15, 16);
    expect(Kind.UNREAL);
  }

  @Test
  void reasonsNameTheirWrite() {
    assertEquals(17, History.idOf("Undoes entry 5. " + History.reason(17)));
    assertEquals(-1, History.idOf("Begun."));
    assertEquals(Optional.empty(), new Intent.TakeBack(99).apply(now(), journal));
  }
}
