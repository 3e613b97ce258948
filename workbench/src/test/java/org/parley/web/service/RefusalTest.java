package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.parley.casefile.EditRefusal;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Refusal;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.position.PositionId;
import org.parley.model.source.SourceId;
import org.parley.store.AppendResult;
import org.parley.store.Journal;
import org.parley.web.service.SaveOutcome.Trouble;

/// One refusal for each rule of [Rights], [CaseDraft] and [ChangeJudge]. The rules are the refusals
/// that their sources name: one that nobody gets here fails the test.
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
          rounds:
            - {id: r1, title: First round, parties: [A, B], points: p1, opens: 2025-01-02T09:00Z, visibility: delegations}
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
  record Refused(Judge judge, Visitor visitor, CaseEdit edit, Refusal why) {
    @Override
    public String toString() {
      return visitor.name() + ": " + why;
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

  static List<Refused> refusals() {
    CaseEdit own = add("sources", source("a-1"));
    return List.of(
        new Refused(
            Judge.RIGHTS, MO, add("claims", CLAIM), new ChangeRefusal.RoleDoesNotAdd(Role.MONITOR)),
        new Refused(Judge.RIGHTS, OB, own, new ChangeRefusal.RoleDoesNotAdd(Role.OBSERVER)),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("b-1")),
            new ChangeRefusal.WrongBeginning("a-", "a-b-1")),
        // the bare prefix names nothing
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("a-")),
            new ChangeRefusal.WrongBeginning("a-", "a-a-")),
        new Refused(
            Judge.RIGHTS,
            MO,
            add("sources", source("monitor-")),
            new ChangeRefusal.WrongBeginning("monitor-", "monitor-monitor-")),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add("sources", source("a-x-1")),
            new ChangeRefusal.BeginningOfOther("a-x-", new PartyId("A-X"))),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Add(record("sources", source("a-1")), "secret.yaml"),
            ChangeRefusal.Plain.FILE_OF_THE_MEDIATOR),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add("positions", position("a-1", "A", "mediator")),
            ChangeRefusal.Plain.UNSEEN_BY_ITS_AUTHOR),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add("positions", position("a-1", "B", "delegations")),
            ChangeRefusal.Plain.CONCLUDES_FOR_ANOTHER),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            add(
                "tabledPackages",
                "{id: a-k, round: r1, title: Half, version: 1, author: B, tabled: 2025-01-03T09:00Z,"
                    + " provisions: {point: p1, text: Half.}, visibility: delegations}"),
            ChangeRefusal.Plain.TABLED_FOR_ANOTHER),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("a-2", "A", "{party: A}")),
            EditRefusal.Plain.CHANGED_RECORD_GONE),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("open", "A", "public")),
            ChangeRefusal.Plain.NOT_YOURS_TO_CHANGE),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            change("positions", position("for-a", "A", "delegations")),
            ChangeRefusal.Plain.READERS_OF_THE_MEDIATOR),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Remove(new SourceId("wire")),
            ChangeRefusal.Plain.ONLY_ITS_AUTHOR_REMOVES),
        new Refused(
            Judge.RIGHTS,
            ARDA,
            new CaseEdit.Describe(new CaseInfo("Mine", null, List.of())),
            ChangeRefusal.Plain.HEADER_OF_THE_MEDIATOR),
        new Refused(
            Judge.CLERK,
            ANN,
            add("positions", position("a-1", "A", "mediator")),
            new ChangeRefusal.BeginningOfParty(new PartyId("A"))),
        new Refused(
            Judge.CLERK,
            ANN,
            add("positions", position("monitor-1", "A", "mediator")),
            ChangeRefusal.Plain.BEGINNING_OF_EVERYONE),
        new Refused(
            Judge.CLERK,
            ANN,
            add("parties", "{id: a-y, name: Arda by the sea, kind: state, visibility: mediator}"),
            new ChangeRefusal.HiddenBeginning(new PartyId("A"))),
        new Refused(
            Judge.DRAFT, ANN, add("sources", source("wire")), EditRefusal.Plain.ADDED_ID_TAKEN),
        new Refused(
            Judge.DRAFT,
            ANN,
            change("sources", source("gone")),
            EditRefusal.Plain.CHANGED_RECORD_GONE),
        new Refused(
            Judge.DRAFT,
            ANN,
            change("sources", source("open")),
            new EditRefusal.KindChanged(new PositionId("open"), new SourceId("open"))),
        new Refused(
            Judge.DRAFT,
            ANN,
            new CaseEdit.Remove(new SourceId("gone")),
            EditRefusal.Plain.REMOVED_RECORD_GONE),
        new Refused(
            Judge.BASELESS,
            ANN,
            change("sources", source("wire")),
            ChangeRefusal.Plain.BASELESS_CHANGE),
        new Refused(
            Judge.EMPTY,
            ANN,
            add("sources", source("s1")),
            ChangeRefusal.Plain.NO_CASE_IN_JOURNAL));
  }

  private static final String CLAIM =
      "{id: monitor-1, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [wire],"
          + " paraphrase: Words, about: [whole], asserts: open}";

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefused(Refused refusal) throws Exception {
    List<Trouble> troubles = troubles(refusal);
    assertTrue(
        troubles.stream().anyMatch(each -> each.complaint().why().equals(refusal.why)),
        troubles.toString());
    for (Trouble trouble : troubles) {
      assertTrue(trouble.complaint().advice().startsWith("Maybe "), trouble.toString());
    }
  }

  private List<Trouble> troubles(Refused refusal) throws Exception {
    List<CaseEdit> edits = List.of(refusal.edit);
    return switch (refusal.judge) {
      case RIGHTS -> Rights.troubles(refusal.visitor, view(refusal.visitor), edits);
      case DRAFT -> CaseDraft.of(view(refusal.visitor), edits).troubles();
      case BASELESS, CLERK, EMPTY -> {
        try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
          if (refusal.judge != Judge.EMPTY) {
            journal.record(CASE, "Ann", "Begun.", Instant.EPOCH);
          }
          ChangeJudge clerk =
              new ChangeJudge(refusal.visitor, edits, Map.of(), new Visibility.Mediator());
          yield journal.append(clerk, "", "", Instant.EPOCH)
                  instanceof AppendResult.Refused<SaveOutcome>(SaveOutcome.Refused(var troubles), _)
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
        ChangeJudge unconfirmed =
            new ChangeJudge(visitor, List.of(wider), base, new Visibility.Party(new PartyId("A")));
        assertTrue(
            journal.append(unconfirmed, "", "", Instant.EPOCH)
                instanceof AppendResult.Refused<SaveOutcome>(SaveOutcome.Widens _, _),
            visitor.name());
      }
      ChangeJudge confirmed =
          new ChangeJudge(ARDA, List.of(wider), base, new Visibility.Delegations());
      assertTrue(
          journal.append(confirmed, "", "", Instant.EPOCH)
              instanceof AppendResult.Done<SaveOutcome> _);
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
    Set<String> untested = rules();
    refusals().forEach(each -> untested.remove(each.why.code()));
    assertEquals(Set.of(), untested, "refusals of these classes that nobody gets here");
  }

  /// The codes of the refusals that the sources name.
  private static Set<String> rules() throws IOException {
    Pattern named = Pattern.compile("\\b(?:Change|Edit)Refusal\\.(?:Plain\\.)?(\\w+)");
    Set<String> rules = new TreeSet<>();
    for (String source : List.of("Rights", "CaseDraft", "ChangeJudge")) {
      Matcher names = named.matcher(Files.readString(source(Path.of(source + ".java"))));
      while (names.find()) {
        String name = names.group(1).replace('_', '-').replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        rules.add(name.toLowerCase(Locale.ROOT));
      }
    }
    assertTrue(rules.size() > 15, rules.toString());
    return rules;
  }

  private static Path source(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path root =
        Files.exists(here.resolve("workbench")) ? here : Objects.requireNonNull(here.getParent());
    return root.resolve("workbench/src/main/java/org/parley/web/service").resolve(file);
  }
}
