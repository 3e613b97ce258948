package org.parley.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.CaseView;
import org.parley.model.Visibility;
import org.parley.model.claim.SourceId;
import org.parley.model.party.PartyId;
import org.parley.store.Appended;
import org.parley.store.Journal;
import org.parley.web.desk.Saving.Trouble;

/// One refusal for each rule of [Rights], [Draft] and [Clerk]. The rules are the messages in their
/// sources: a rule that no refusal shows fails the test.
class RefusalTest {

  private static final Case CASE =
      read(
          """
          case: {title: The river}
          parties:
            - {id: A, name: Arda, kind: state}
            - {id: B, name: Brenn, kind: state}
            - {id: A-X, name: Arda beyond the hills, kind: state}
          instruments:
            - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
          points:
            - {id: p1, instrument: treaty, number: "1", title: Water}
          sources:
            - {id: wire, publisher: Wire, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
          positions:
            - {id: a-own, party: A, point: p1, concludes: Half, illustrative: true, visibility: {party: A}}
            - {id: for-a, party: B, point: p1, concludes: Half, illustrative: true, visibility: {party: A}}
            - {id: open, party: A, point: p1, concludes: Half, illustrative: true}
          """);

  private static final Visitor ANN = Visitor.mediator("Ann");
  private static final Visitor ARDA = Visitor.delegation("Ada", new PartyId("A"));
  private static final Visitor MO = new Visitor("Mo", Role.MONITOR, null);
  private static final Visitor OB = new Visitor("Ob", Role.OBSERVER, null);

  @TempDir Path folder;

  private static Case read(String text) {
    return switch (CaseReader.read(Map.of("a.yaml", text))) {
      case LoadResult.Loaded loaded -> loaded.contents();
      case LoadResult.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static CaseView view(Visitor visitor) {
    return CASE.viewFor(visitor.viewer());
  }

  /// Somebody who must not make some changes, and why.
  ///
  /// @param judge who judges them
  record Refusal(Judge judge, Visitor visitor, CaseEdit edit, String message) {
    @Override
    public String toString() {
      return visitor.name() + ": " + message;
    }
  }

  private enum Judge {
    RIGHTS,
    DRAFT,
    CLERK,
    BASELESS,
    EMPTY
  }

  private static CaseEdit add(String kind, String text) {
    return new CaseEdit.Add(record(kind, text), null);
  }

  private static CaseEdit change(String kind, String text) {
    return new CaseEdit.Change(record(kind, text));
  }

  private static CaseRecord record(String kind, String text) {
    return Objects.requireNonNull(new RecordReader(CASE.records()).read(kind, text).record(), text);
  }

  private static String position(String id, String party, String mark) {
    return "{id: %s, party: %s, point: p1, concludes: Some, illustrative: true, visibility: %s}"
        .formatted(id, party, mark);
  }

  private static String source(String id) {
    return "{id: %s, publisher: Wire, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}"
        .formatted(id);
  }

  static List<Refusal> refusals() {
    CaseEdit own = add("sources", source("a-1"));
    return List.of(
        new Refusal(
            Judge.RIGHTS, MO, add("claims", CLAIM), "a monitor does not add this kind of record"),
        new Refusal(Judge.RIGHTS, OB, own, "an observer does not add this kind of record"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("b-1")),
            "the ids of what you add begin with a-"),
        // the bare prefix names nothing
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("a-")),
            "the ids of what you add begin with a-"),
        new Refusal(
            Judge.RIGHTS,
            MO,
            add("sources", source("monitor-")),
            "the ids of what you add begin with monitor-"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("a-x-1")),
            "ids that begin with a-x- are for what A-X adds"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Add(record("sources", source("a-1")), "secret.yaml"),
            "only a mediator chooses the file"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            add("positions", position("a-1", "A", "mediator")),
            "you could not see this record yourself"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            add("positions", position("a-1", "B", "delegations")),
            "others would read what you conclude for another party"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("a-2", "A", "{party: A}")),
            "changing a record that is not there"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("open", "A", "public")),
            "only what you wrote, or what is for your party alone, is yours to change"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("for-a", "A", "delegations")),
            "who else sees what you did not write is for the mediator to say"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Remove(new SourceId("wire")),
            "only its author and a mediator remove a record"),
        new Refusal(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Describe(new CaseInfo("Mine", null, List.of())),
            "only a mediator changes the header"),
        new Refusal(
            Judge.CLERK,
            ANN,
            add("positions", position("a-1", "A", "mediator")),
            "ids that begin so are for what A may see"),
        new Refusal(
            Judge.CLERK,
            ANN,
            add("positions", position("monitor-1", "A", "mediator")),
            "ids that begin so are for what everyone may see"),
        new Refusal(
            Judge.CLERK,
            ANN,
            add("parties", "{id: a-y, name: Arda by the sea, kind: state, visibility: mediator}"),
            "a hidden party whose ids would begin as those of A do"),
        new Refusal(
            Judge.DRAFT, ANN, add("sources", source("wire")), "adding a record whose id is taken"),
        new Refusal(
            Judge.DRAFT,
            ANN,
            change("sources", source("gone")),
            "changing a record that is not there"),
        new Refusal(
            Judge.DRAFT,
            ANN,
            change("sources", source("open")),
            "changing a position into a source"),
        new Refusal(
            Judge.DRAFT,
            ANN,
            new CaseEdit.Remove(new SourceId("gone")),
            "removing a record that is not there"),
        new Refusal(
            Judge.BASELESS,
            ANN,
            change("sources", source("wire")),
            "it is not said which version this change is based on"),
        new Refusal(
            Judge.EMPTY, ANN, add("sources", source("s1")), "the journal does not hold a case"));
  }

  private static final String CLAIM =
      "{id: monitor-1, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [wire],"
          + " paraphrase: Words, about: [whole], asserts: open}";

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefused(Refusal refusal) throws Exception {
    List<Trouble> troubles = troubles(refusal);
    assertTrue(
        troubles.stream().anyMatch(each -> each.message().equals(refusal.message)),
        troubles.toString());
    for (Trouble trouble : troubles) {
      assertTrue(trouble.advice().startsWith("Maybe "), trouble.toString());
    }
  }

  private List<Trouble> troubles(Refusal refusal) throws Exception {
    List<CaseEdit> edits = List.of(refusal.edit);
    return switch (refusal.judge) {
      case RIGHTS -> Rights.troubles(refusal.visitor, view(refusal.visitor), edits);
      case DRAFT -> Draft.of(view(refusal.visitor), edits).troubles();
      case BASELESS, CLERK, EMPTY -> {
        try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
          if (refusal.judge != Judge.EMPTY) {
            journal.record(CASE, "Ann", "Begun.", Instant.EPOCH);
          }
          Clerk clerk = new Clerk(refusal.visitor, edits, Map.of(), new Visibility.Mediator());
          yield journal.append(clerk, "", "", Instant.EPOCH)
                  instanceof Appended.Refused<Saving>(Saving.Refused(var troubles), _)
              ? troubles
              : List.of();
        }
      }
    };
  }

  @Test
  void aWideningThatIsNotConfirmedIsRefused() throws Exception {
    CaseRecord before = view(ARDA).find("a-own").orElseThrow();
    CaseEdit wider = change("positions", position("a-own", "A", "delegations"));
    Map<String, Version> base = Map.of("a-own", Version.of(before));
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(CASE, "Ann", "Begun.", Instant.EPOCH);
      for (Visitor visitor : List.of(ANN, ARDA)) {
        Clerk unconfirmed =
            new Clerk(visitor, List.of(wider), base, new Visibility.Party(new PartyId("A")));
        assertTrue(
            journal.append(unconfirmed, "", "", Instant.EPOCH)
                instanceof Appended.Refused<Saving>(Saving.Widens _, _),
            visitor.name());
      }
      Clerk confirmed = new Clerk(ARDA, List.of(wider), base, new Visibility.Delegations());
      assertTrue(
          journal.append(confirmed, "", "", Instant.EPOCH) instanceof Appended.Done<Saving> _);
    }
  }

  /// Otherwise a desk that refuses everything would pass.
  @Test
  void whatTheRulesAllowIsNotRefused() {
    List<CaseEdit> allowed =
        List.of(
            add("sources", source("a-1")),
            add("positions", position("a-2", "B", "{party: A}")),
            change("positions", position("a-own", "A", "{party: A}")),
            change("positions", position("for-a", "B", "{party: A}")),
            new CaseEdit.Remove(record("positions", position("a-own", "A", "public")).id()));
    for (CaseEdit each : allowed) {
      assertEquals(List.of(), Rights.troubles(ARDA, view(ARDA), List.of(each)), each.toString());
    }
    assertEquals(
        List.of(), Rights.troubles(MO, view(MO), List.of(add("sources", source("monitor-1")))));
  }

  @Test
  void everyRuleHasARefusal() throws IOException {
    List<String> shown = refusals().stream().map(Refusal::message).toList();
    List<String> untested = new ArrayList<>(rules());
    untested.removeIf(rule -> shown.stream().anyMatch(each -> each.contains(rule)));
    assertEquals(List.of(), untested, "messages of Rights, Draft and Clerk that no refusal shows");
  }

  /// The words of messages in the sources: what stands in quotes, has a space between words, and is
  /// no advice.
  private static Set<String> rules() throws IOException {
    Pattern quoted = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    Set<String> rules = new TreeSet<>();
    for (String source : List.of("Rights", "Draft", "Clerk")) {
      Matcher words = quoted.matcher(Files.readString(source(Path.of(source + ".java"))));
      while (words.find()) {
        String each = words.group(1);
        if (each.strip().contains(" ") && !each.startsWith("Maybe ")) {
          rules.add(each);
        }
      }
    }
    assertTrue(rules.size() > 15, rules.toString());
    return rules;
  }

  private static Path source(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("workbench")) ? here : Objects.requireNonNull(here.getParent());
    return root.resolve("workbench/src/main/java/org/parley/web/desk").resolve(file);
  }
}
