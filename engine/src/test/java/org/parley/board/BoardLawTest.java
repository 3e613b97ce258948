package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Ledger;
import org.parley.board.word.Stance;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// What holds of every board, over generated cases.
@NullMarked
class BoardLawTest {

  private static final int CASES = Effort.of(12, 60);
  private static final LocalDate MUCH_LATER = LocalDate.of(2030, 1, 1);

  private static final List<Boardable> ALL =
      LongStream.range(0, CASES).mapToObj(Boardable::of).toList();

  @Test
  void renamingOnlyRenames() {
    UnaryOperator<String> name = id -> "new-" + id;
    for (Boardable one : ALL) {
      Facts renamed = Facts.of(one.board(Rewrite.ids(one.all(), name)));
      assertEquals(Rewrite.ids(Facts.of(one.board()), name), renamed, one::toString);
    }
  }

  /// The stock counts without telling who is meant; the summary tells both.
  @Test
  void theStockHasTheAgreementOfTheSummary() {
    for (Boardable one : ALL) {
      Board board = one.board();
      int told = board.summary() instanceof BoardSummary.MostAgreed most ? most.best().agreed() : 0;
      assertEquals(told, Stock.day(board).agreed(), one::toString);
    }
  }

  /// Names that sort the other way round may change the order of what is equal in time, no more.
  @Test
  void renamingInAnotherOrderChangesNoStance() {
    UnaryOperator<String> name = id -> Integer.toHexString(id.hashCode() * 31 ^ 0x5a5a5a) + id;
    for (Boardable one : ALL) {
      Board board = one.board();
      Board renamed = one.board(Rewrite.ids(one.all(), name));
      for (Row row : board.rows()) {
        for (Cell cell : row.cells()) {
          Cell other =
              renamed.get(Rewrite.ids(row.subject(), name)).get(Rewrite.ids(cell.party(), name));
          assertEquals(inNoOrder(Rewrite.ids(cell, name)), inNoOrder(other), one::toString);
        }
      }
      for (Agreement agreement : board.completeness()) {
        Agreement other = renamed.among(Rewrite.ids(agreement.parties(), name));
        assertEquals(agreement.agreed(), other.agreed(), one::toString);
        assertEquals(agreement.agreedFirstHand(), other.agreedFirstHand(), one::toString);
        assertEquals(agreement.agreedWeight(), other.agreedWeight(), one::toString);
        assertEquals(agreement.counts(), other.counts(), one::toString);
        assertEquals(agreement.provisional(), other.provisional(), one::toString);
      }
      assertEquals(Rewrite.ids(disputes(board), name), disputes(renamed), one::toString);
    }
  }

  private static List<Object> inNoOrder(Cell cell) {
    return List.of(
        cell.party(),
        cell.stance(),
        cell.basis(),
        Set.copyOf(cell.onTheWordOf()),
        Set.copyOf(cell.claims()),
        Set.copyOf(cell.acts()),
        cell.independentSources(),
        Set.copyOf(cell.conditions()),
        cell.receipt(),
        Set.copyOf(cell.receiptClaims()),
        Set.copyOf(cell.preferences()),
        Set.copyOf(cell.refusals()),
        cell.contested());
  }

  private record Dispute(
      Contradiction.Kind kind, PartyId party, Set<Id> records, Set<Subject> subjects) {}

  /// The contradictions of each kind but receipt, where one pair stands for all.
  private static Set<Dispute> disputes(Board board) {
    Set<Dispute> disputes = new HashSet<>();
    for (Contradiction each : board.contradictions()) {
      if (each.kind() != Contradiction.Kind.RECEIVED_AND_NOT_RECEIVED) {
        disputes.add(
            new Dispute(
                each.kind(),
                each.party(),
                Set.of(each.first(), each.second()),
                Set.copyOf(each.subjects())));
      }
    }
    return disputes;
  }

  @Test
  void theOrderOfRecordsIsIrrelevant() {
    for (Boardable one : ALL) {
      List<CaseRecord> records = new ArrayList<>(one.all().records());
      Collections.shuffle(records, new Random(one.seed()));
      assertEquals(
          Facts.of(one.board()),
          Facts.of(one.board(Case.of(one.all().info(), records))),
          one::toString);
    }
  }

  @Test
  void whatIsSaidOrKnownLaterChangesNothing() {
    for (Boardable one : ALL) {
      Facts before = Facts.of(one.board());
      for (Assertion asserts :
          List.of(
              new Assertion.Agreed(),
              new Assertion.NotReceived(),
              new Assertion.Complete(new Share("50 %")))) {
        Edtf later = Edtf.of(one.asOf().date().plusDays(1));
        assertEquals(
            before, Facts.of(one.board(withClaim(one, asserts, later, null, true))), one::toString);
        Edtf spread = Edtf.of(one.asOf().date() + "/" + one.asOf().date().plusDays(1));
        assertEquals(
            before,
            Facts.of(one.board(withClaim(one, asserts, spread, null, false))),
            one::toString);
        if (one.asOf().knownAt().isBefore(MUCH_LATER)) {
          Edtf known = Edtf.of(one.asOf().knownAt().plusDays(1));
          Edtf said = Edtf.of(one.asOf().knownAt());
          assertEquals(
              before,
              Facts.of(one.board(withClaim(one, asserts, said, known, false))),
              one::toString);
        }
      }
    }
  }

  /// A party that is on the board says something about everything, and takes back or denies what it
  /// said before.
  private static Case withClaim(
      Boardable one, Assertion asserts, Edtf said, @Nullable Edtf known, boolean corrects) {
    List<CaseRecord> records = new ArrayList<>(one.all().records());
    Claim like =
        records.stream()
            .filter(Claim.class::isInstance)
            .map(Claim.class::cast)
            .filter(claim -> claim.visibility() instanceof Visibility.Public)
            .findFirst()
            .orElse(null);
    if (like == null) {
      return one.all();
    }
    List<PartyId> everyone =
        one.view().parties().stream()
            .filter(party -> party.visibility() instanceof Visibility.Public)
            .map(party -> party.id())
            .toList();
    List<ClaimId> corrected =
        corrects && !said.isBefore(like.said()) ? List.of(like.id()) : List.of();
    records.add(
        new Claim(
            new ClaimId("a-new-claim"),
            like.speaker(),
            null,
            like.party(),
            like.jointly(),
            said,
            known,
            Claim.Channel.PUBLIC,
            like.source(),
            null,
            null,
            "Something new",
            List.of(new Subject.Whole()),
            everyone,
            asserts,
            corrected,
            corrected,
            corrected,
            new Visibility.Public()));
    return Case.of(one.all().info(), records);
  }

  /// A new act, of any kind, that happens or becomes known after the day.
  @Test
  void anActChangesNothingBeforeItsDay() {
    int moved = 0;
    for (Boardable one : ALL) {
      Facts before = Facts.of(one.board());
      for (ActKind kind : ActKind.values()) {
        Edtf later = Edtf.of(one.asOf().date().plusDays(1));
        assertEquals(before, Facts.of(one.board(withAct(one, kind, later, null))), one::toString);
        if (one.asOf().knownAt().isBefore(MUCH_LATER)) {
          Edtf known = Edtf.of(one.asOf().knownAt().plusDays(1));
          Edtf done = Edtf.of(one.asOf().date().minusDays(1));
          assertEquals(before, Facts.of(one.board(withAct(one, kind, done, known))), one::toString);
        }
        Edtf today = Edtf.of(one.asOf().date());
        moved += before.equals(Facts.of(one.board(withAct(one, kind, today, null)))) ? 0 : 1;
      }
    }
    assertTrue(moved > CASES, "acts that change something on their day: " + moved);
  }

  /// All parties do something to the first instrument that all may see.
  private static Case withAct(Boardable one, ActKind kind, Edtf date, @Nullable Edtf known) {
    List<CaseRecord> records = new ArrayList<>(one.all().records());
    Instrument instrument = first(records, Instrument.class);
    Source source = first(records, Source.class);
    Act act =
        Act.of(
            new ActId("a-new-act"),
            kind,
            date,
            known,
            List.of(new PartyId("P0"), new PartyId("P1")),
            List.of(instrument.id()),
            List.of(source.id()),
            new Visibility.Public());
    records.add(
        kind == ActKind.PUT_TO_VOTE
            ? Rewrite.with(
                act,
                "vote",
                new Ballot("?", null, null, null, null, null, null, null, Ballot.Result.CARRIED))
            : act);
    return Case.of(one.all().info(), records);
  }

  private static <T extends CaseRecord> T first(List<CaseRecord> records, Class<T> kind) {
    return records.stream()
        .filter(each -> kind.isInstance(each) && each.visibility() instanceof Visibility.Public)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void informationMovesNoStance() {
    for (Boardable one : ALL) {
      Board before = one.board();
      Edtf longAgo = Edtf.of("2023-12-01");
      Board after = one.board(withClaim(one, new Assertion.States(), longAgo, null, false));
      assertEquals(before.rows(), after.rows(), one::toString);
      assertEquals(before.contradictions(), after.contradictions(), one::toString);
      for (Agreement agreement : before.completeness()) {
        assertEquals(agreement, after.among(agreement.parties()), one::toString);
      }
      assertTrue(Movement.between(before, after).isEmpty(), one::toString);
    }
  }

  @Test
  void whatIsAgreedAmongManyIsAgreedAmongFewerOfThem() {
    for (Boardable one : ALL) {
      Board board = one.board();
      for (Agreement wide : board.completeness()) {
        for (PartyId left : wide.parties()) {
          List<PartyId> fewer = wide.parties().stream().filter(p -> !p.equals(left)).toList();
          if (fewer.size() > 1) {
            Agreement narrow = board.among(fewer);
            assertTrue(
                narrow.pointsAt(Stance.AGREED).containsAll(wide.pointsAt(Stance.AGREED)),
                one::toString);
            assertTrue(narrow.agreedFirstHand() >= wide.agreedFirstHand(), one::toString);
          }
        }
      }
    }
  }

  @Test
  void countsAreWithinBounds() {
    for (Boardable one : ALL) {
      Board board = one.board();
      for (Agreement each : board.completeness()) {
        assertTrue(each.agreed() <= each.total(), one::toString);
        assertTrue(each.agreedFirstHand() <= each.agreed(), one::toString);
        assertTrue(each.agreedWeight() <= each.totalWeight(), one::toString);
        assertTrue(each.agreedWeight() >= each.agreed(), one::toString);
        assertEquals(
            each.total(), each.counts().values().stream().mapToInt(i -> i).sum(), one::toString);
        assertEquals(
            one.view().points().stream()
                .filter(one.view()::isCounted)
                .filter(board.acts()::contains)
                .count(),
            each.total(),
            one::toString);
        List<PartyId> reversed = new ArrayList<>(each.parties());
        Collections.reverse(reversed);
        assertEquals(each.counts(), board.among(reversed).counts(), one::toString);
      }
      for (QuotedShare quote : board.quotedShares()) {
        quote.computed().ifPresent(computed -> assertTrue(computed.total() > 0, quote::toString));
      }
    }
  }

  @Test
  void betweenEqualBoardsNothingMoves() {
    for (Boardable one : ALL) {
      assertTrue(Movement.between(one.board(), one.board()).isEmpty(), one::toString);
      assertFalse(Movement.isAny(one.board(), one.board()), one::toString);
    }
  }

  /// Whether the text was replaced in between: agreement to the former one ends without a mover.
  private static boolean isOfAnotherText(Subject subject, Board before, Board after) {
    InstrumentId instrument =
        switch (subject) {
          case InstrumentId id -> id;
          case PointId id -> after.view().get(id).instrument();
          case ComponentId id -> after.view().pointOf(id).instrument();
          default -> null;
        };
    return instrument != null
        && !after.acts().replacementOf(instrument).equals(before.acts().replacementOf(instrument));
  }

  /// A change names a claim that was not counted before, or that corrected what was.
  @Test
  void whatMovesIsMovedByAClaim() {
    int moved = 0;
    for (Boardable one : ALL) {
      Board after = one.board();
      AsOf earlier = new AsOf(one.asOf().date().minusDays(90), one.asOf().knownAt());
      Board before = Board.of(one.view(), earlier);
      Movement movement = Movement.between(before, after);
      assertEquals(!movement.isEmpty(), Movement.isAny(before, after), one::toString);
      for (Movement.Change change : movement.changes()) {
        moved++;
        assertFalse(change.before().equals(change.after()), one::toString);
        assertFalse(
            change.movedBy().isEmpty() && !isOfAnotherText(change.subject(), before, after),
            () -> one + " " + change);
        for (Id mover : change.movedBy()) {
          assertTrue(
              !(mover instanceof ClaimId claim) || after.ledger().find(claim).isPresent(),
              one::toString);
        }
      }
    }
    assertTrue(moved > CASES, "changes: " + moved);
  }

  @Test
  void whatWasSupersededOrRetractedNeverCounts() {
    int corrected = 0;
    for (Boardable one : ALL) {
      Board board = one.board();
      Set<Id> used = new HashSet<>();
      for (Row row : board.rows()) {
        for (Cell cell : row.cells()) {
          used.addAll(cell.claims());
          used.addAll(cell.receiptClaims());
          cell.preferences().forEach(each -> used.add(each.claim()));
          cell.refusals().forEach(each -> used.add(each.claim()));
        }
      }
      board.contradictions().forEach(each -> used.addAll(List.of(each.first(), each.second())));
      board.quotedShares().forEach(each -> used.add(each.claim()));
      for (Ledger.Entry entry : board.ledger().entries()) {
        assertEquals(Optional.of(entry), board.ledger().find(entry.claim().id()), one::toString);
        if (!entry.stands()) {
          corrected++;
          assertFalse(used.contains(entry.claim().id()), () -> one + " " + entry.claim().id());
        }
      }
    }
    assertTrue(corrected > CASES, "corrected claims: " + corrected);
  }
}
