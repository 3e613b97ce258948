package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.acts.Acts;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;

/// Boards that follow a change of claims are the boards of the case made anew, and so is a board
/// that takes rows from the one before.
@NullMarked
class FollowedBoardsLawTest {

  private static final int CHANGES = 6;

  @Test
  void boardsAfterChangesAreThoseMadeAnew() {
    int followed = 0;
    for (long seed = 0; seed < Effort.of(10, 300); seed++) {
      Random random = new Random(seed ^ 0xF0110);
      Cases.Size size = new Cases.Size(2 + random.nextInt(7), 1 + random.nextInt(3), 120, true);
      CaseView view = Cases.of(seed, size).viewFor(new Viewer.Mediator());
      Boards boards = Boards.of(view);
      AsOf asOf = asOf(random);
      Board board = boards.at(asOf);
      BoardRows rows = board.kept();
      for (int change = 0; change < CHANGES; change++) {
        view = changed(view, random);
        Acts acts = Acts.of(view);
        Boards next = boards.after(view, acts).orElse(null);
        Boards anew = Boards.of(view);
        followed += next == null ? 0 : 1;
        boards = next == null ? anew : next;
        // rows may be carried on without a board of each state
        BoardRows kept = boards.carried(rows).orElse(null);
        board = kept == null ? boards.at(asOf) : boards.at(kept);
        rows = kept == null || random.nextBoolean() ? board.kept() : kept;
        String where = "seed " + seed + ", change " + change + ", " + asOf;
        same(anew.at(asOf), board, where);
        AsOf other = asOf(random);
        same(anew.at(other), boards.at(other), where + " and " + other);
        for (Subject each : boards.hierarchy.subjects()) {
          assertEquals(anew.deciding(each), boards.deciding(each), where + " on " + each);
          Set<Subject> subject = Set.of(each);
          assertEquals(
              anew.turningDays().of(subject, other),
              boards.turningDays().of(subject, other),
              where);
          assertEquals(
              anew.turningDays().claimsAbout(subject),
              boards.turningDays().claimsAbout(subject),
              where + " on " + each);
        }
        for (Point each : view.points()) {
          List<PartyId> parties = board.columns().subList(0, Math.min(2, board.columns().size()));
          assertEquals(
              anew.agreedOn(each.id(), parties, asOf),
              boards.agreedOn(each.id(), parties, asOf),
              where + " on " + each.id());
        }
        assertEquals(
            anew.turningDays().ofClaims(other), boards.turningDays().ofClaims(other), where);
      }
    }
    assertTrue(followed > 20, "followed: " + followed);
  }

  private static void same(Board expected, Board board, String where) {
    assertEquals(expected.rows(), board.rows(), where);
    assertEquals(expected.contradictions(), board.contradictions(), where);
    assertEquals(expected.completeness(), board.completeness(), where);
    assertEquals(expected.quotedShares(), board.quotedShares(), where);
    assertEquals(expected.ledger().entries(), board.ledger().entries(), where);
  }

  private static AsOf asOf(Random random) {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(100 + random.nextInt(700));
    return random.nextInt(3) > 0
        ? AsOf.of(day)
        : new AsOf(day, day.plusDays(random.nextInt(60) - 30));
  }

  /// The view with up to three claims added, gone, or different.
  private static CaseView changed(CaseView view, Random random) {
    List<CaseRecord> records = new ArrayList<>(view.records());
    for (int i = random.nextInt(4); i > 0; i--) {
      List<Claim> claims = claims(records);
      if (claims.isEmpty()) {
        break;
      }
      Claim one = claims.get(random.nextInt(claims.size()));
      Claim other = claims.get(random.nextInt(claims.size()));
      int at = records.indexOf(one);
      switch (random.nextInt(5)) {
        case 0 -> {
          if (claims.stream().noneMatch(each -> each.corrects().contains(one.id()))) {
            records.remove(at);
          }
        }
        case 1 -> records.add(with(one, "new-" + random.nextInt(1 << 20), other.said(), one));
        case 2 -> records.set(at, with(one, one.id().value(), other.said(), one));
        case 3 -> records.set(at, with(other, one.id().value(), one.said(), one));
        default -> records.set(at, with(one, one.id().value(), one.said(), null));
      }
    }
    if (random.nextInt(3) == 0) {
      bring(records, random);
    }
    return view.of(records);
  }

  /// A source that is new, often one that names nobody, with a claim that it reports.
  private static void bring(List<CaseRecord> records, Random random) {
    List<Claim> claims = claims(records);
    Source some =
        records.stream()
            .filter(Source.class::isInstance)
            .map(Source.class::cast)
            .findFirst()
            .orElseThrow();
    if (claims.isEmpty()) {
      return;
    }
    SourceId id = new SourceId("new-source-" + random.nextInt(1 << 20));
    SourceKind kind = random.nextBoolean() ? SourceKind.UNATTRIBUTED : some.kind();
    records.add(Rewrite.with(Rewrite.with(some, "id", id), "kind", kind));
    Claim one = claims.get(random.nextInt(claims.size()));
    Claim other = claims.get(random.nextInt(claims.size()));
    Claim reported = with(one, "new-" + random.nextInt(1 << 20), other.said(), null);
    records.add(Rewrite.with(reported, "source", List.of(id)));
  }

  private static List<Claim> claims(List<CaseRecord> records) {
    return records.stream().filter(Claim.class::isInstance).map(Claim.class::cast).toList();
  }

  /// A claim with the words of one, and the corrections of another.
  ///
  /// @param corrects the claim whose corrections it makes; null for none
  private static Claim with(Claim words, String id, Edtf said, @Nullable Claim corrects) {
    return new Claim(
        new ClaimId(id),
        words.speaker(),
        words.office(),
        words.party(),
        words.jointly(),
        said,
        null,
        words.channel(),
        words.source(),
        words.confidence(),
        words.quote(),
        words.paraphrase(),
        words.about(),
        words.between(),
        words.asserts(),
        corrects == null ? List.of() : corrects.supersedes(),
        corrects == null ? List.of() : corrects.retracts(),
        corrects == null ? List.of() : corrects.contradicts(),
        words.visibility());
  }
}
