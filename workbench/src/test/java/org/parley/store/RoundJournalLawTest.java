package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.round.AnswerSheet;
import org.parley.round.AnswerWord;
import org.parley.round.RoundWorld;
import org.parley.round.SealedAnswer;
import org.parley.round.TabledSheet;
import org.parley.round.log.RecordedCase;
import org.parley.round.log.RoundEvent;
import org.parley.round.log.RoundLog;
import org.parley.round.log.RoundState;
import org.parley.round.log.SealedEntries;

/// The log of a round beside its journal: replayed event by event, it has the states of the journal
/// at these moments.
@NullMarked
class RoundJournalLawTest {

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final int SECONDS = 36_000;
  private static final Round ROUND =
      RoundWorld.round("2026-03-01T17:00Z", Round.Revealing.ALL_ANSWERED, Round.Disclosure.TURNOUT);

  @TempDir Path folder;

  @Test
  void aLogIsReplayedToTheStatesOfTheJournal() throws Exception {
    int compared = 0;
    for (long seed = 0; seed < 12; seed++) {
      try (Journal journal = Journal.inFile(folder.resolve("journal" + seed))) {
        compared += hold(seed, journal);
      }
    }
    assertTrue(compared > 400, "compared " + compared);
  }

  private static Case caseOf(List<? extends CaseRecord> records) {
    List<CaseRecord> all = new ArrayList<>(RoundWorld.records());
    all.addAll(records);
    return Case.of(new CaseInfo(LocalizedText.of("Case"), null, List.of(), null, null), all);
  }

  private int hold(long seed, Journal journal) {
    Random random = new Random(seed);
    BallotBox box = BallotBox.of(journal.database());
    List<CaseRecord> records = new ArrayList<>();
    Instant at = START;
    for (int i = 0; i < 24; i++) {
      at = at.plusSeconds(1 + random.nextInt(SECONDS / 24));
      if (i > 0 && random.nextBoolean()) {
        answer(random, journal, box, at);
      } else {
        change(random, records, i);
        journal.record(caseOf(records), random.nextBoolean() ? "ann" : "bo", "Step " + i, at);
      }
    }
    List<RecordedCase> cases = RoundJournal.cases(journal, ROUND.id());
    SealedEntries sealed =
        box.listAll(
            cases.stream()
                .flatMap(each -> each.view().tabledPackages().stream())
                .map(TabledPackage::id)
                .distinct()
                .toList());
    Instant end = START.plusSeconds(SECONDS + 3_600);
    RoundLog log = RoundLog.of(ROUND.id(), cases, sealed, end);
    int compared = 0;
    for (int i = 0; i < 40; i++) {
      Instant moment = START.plusSeconds(random.nextInt(SECONDS + 3_600));
      Instant replayed = log.lastBy(moment).map(RoundEvent::at).orElse(START);
      assertEquals(
          state(journal, sealed, moment),
          state(journal, sealed, replayed),
          "seed " + seed + " at " + moment);
      compared++;
    }
    for (RoundEvent event : log.events()) {
      RecordedCase.Author author = event.author();
      RoundEvent last = log.lastBy(event.at()).orElseThrow();
      assertTrue(last.entry() <= journal.numberAt(event.at()), "seed " + seed);
      assertTrue(
          author == null || journal.find(author.entry()).orElseThrow().who().equals(author.who()));
      compared++;
    }
    return compared;
  }

  /// The state by the journal itself, played to that moment.
  private static RoundState state(Journal journal, SealedEntries sealed, Instant at) {
    return journal
        .snapshotAfter(journal.numberAt(at))
        .findCase()
        .map(each -> each.viewFor(new Viewer.Mediator()))
        .map(view -> RoundState.of(view, ROUND.id(), sealed, at))
        .orElse(
            RoundState.of(caseOf(List.of()).viewFor(new Viewer.Mediator()), ROUND.id(), null, at));
  }

  private static void change(Random random, List<CaseRecord> records, int i) {
    if (records.isEmpty()) {
      records.add(ROUND);
      records.add(RoundWorld.tabled("t", 1, null, null, "2026-03-01T09:30Z"));
      return;
    }
    int which = records.size() < 3 ? 0 : random.nextInt(3);
    TabledPackage last = (TabledPackage) records.getLast();
    if (which == 0) {
      TabledPackage made = RoundWorld.tabled("t" + i, i + 1, null, null, "2026-03-01T10:00Z");
      Visibility readers =
          random.nextBoolean()
              ? new Visibility.Delegations()
              : Visibility.of(List.of(new PartyId("AA"), new PartyId("BB")));
      records.add(Rewrite.with(made, "visibility", readers));
    } else if (which == 1) {
      records.set(
          records.size() - 1,
          Rewrite.with(last, "provisions", List.of(last.provisions().getFirst())));
    } else {
      records.removeLast();
    }
  }

  private static void answer(Random random, Journal journal, BallotBox box, Instant at) {
    CaseView view = journal.snapshot().findCase().orElseThrow().viewFor(new Viewer.Mediator());
    List<TabledPackage> open = view.tabledPackages();
    TabledPackage to = open.get(random.nextInt(open.size()));
    String basis = TabledSheet.of(view, to).basis();
    AnswerWord word = random.nextBoolean() ? new AnswerWord.Accepts() : new AnswerWord.Declines();
    Optional<String> refused =
        box.append(
            "al",
            Clock.fixed(at, ZoneOffset.UTC),
            moment ->
                new SealedAnswer(
                    to.id(),
                    new PartyId(random.nextBoolean() ? "AA" : "BB"),
                    moment,
                    basis,
                    random.nextInt(5) == 0 ? null : new AnswerSheet(word, Map.of())),
            (_, _) -> Optional.empty());
    assertTrue(refused.isEmpty());
  }
}
