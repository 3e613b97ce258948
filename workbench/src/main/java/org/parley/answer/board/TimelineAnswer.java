package org.parley.answer.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.board.Board;
import org.parley.board.Stock;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;

/// Acts, meetings and claims by date, and the stock of what is agreed and carried out.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param stock the stock of each day listed
/// @param stockIsWhole whether every day is listed on which something was said or done
/// @param claimed the shares claimed in numbers
/// @param entries the entries listed, the earliest first
/// @param leftOut the number of earlier entries
/// @param offset the number of later entries left out
public record TimelineAnswer(
    String title,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    List<Stock.StockDay> stock,
    boolean stockIsWhole,
    List<ClaimedShareAnswer> claimed,
    List<TimelineEntry> entries,
    int leftOut,
    int offset) {

  /// How many entries are listed by default.
  public static final int USUAL_ENTRIES = 1_000;

  /// A share claimed in numbers, in thousandths.
  public record ClaimedShareAnswer(
      ClaimId claim, LocalDate day, int thousandths, boolean isOfImplementation) {}

  /// The kind of an entry.
  public enum EntryKind {
    ACT,
    MEETING,
    CLAIM
  }

  /// Something on the timeline.
  ///
  /// @param stance the stance that it expresses; absent if none
  public record TimelineEntry(
      String date,
      EntryKind kind,
      Id id,
      List<PartyId> parties,
      @Nullable Stance stance,
      String words) {}

  private record Dated(Edtf date, TimelineEntry entry) {}

  /// The timeline of a board, with the latest entries.
  ///
  /// @param offset how many of the latest entries to leave out
  /// @param limit how many entries to list at the most
  public static TimelineAnswer of(CaseView view, Board board, Stock stock, int offset, int limit) {
    AsOf asOf = board.asOf();
    List<Dated> all = new ArrayList<>();
    ActWording acts = new ActWording(Messages.current(), view);
    for (ActLedger.Entry each : board.acts().entries()) {
      if (each.stands()) {
        all.add(
            entry(
                each.act().date(),
                EntryKind.ACT,
                each.act().id(),
                each.recorded().by(),
                stance(each),
                acts.full(each.act()).sentence()));
      }
    }
    for (Meeting meeting : view.meetings()) {
      if (isKnown(meeting, asOf)) {
        all.add(
            entry(
                meeting.date(),
                EntryKind.MEETING,
                meeting.id(),
                meeting.participants(),
                null,
                meeting.title().text()));
      }
    }
    for (Claim claim : board.ledger().standing()) {
      all.add(
          entry(
              claim.said(),
              EntryKind.CLAIM,
              claim.id(),
              claim.parties(),
              Stance.of(claim.asserts()).orElse(null),
              claim.speaker() + Messages.current().pattern("colon") + claim.words()));
    }
    all.sort(Comparator.comparing(Dated::date).thenComparing(each -> each.entry.id().value()));
    int end = Math.max(0, all.size() - offset);
    int leftOut = Math.max(0, end - limit);
    return new TimelineAnswer(
        view.info().title().text(),
        asOf.date(),
        asOf.knownAt().equals(LocalDate.MAX) ? null : asOf.knownAt(),
        stock.days(),
        stock.isWhole(),
        stock.claimed().stream()
            .map(
                each ->
                    new ClaimedShareAnswer(
                        each.claim(),
                        each.day(),
                        (int) (1000L * each.share().part() / each.share().whole()),
                        each.isOfImplementation()))
            .toList(),
        all.subList(leftOut, end).stream().map(Dated::entry).toList(),
        leftOut,
        all.size() - end);
  }

  /// Whether a meeting, held or planned, was known by the day.
  public static boolean isKnown(Meeting meeting, AsOf asOf) {
    Edtf known = meeting.knownOrHeld();
    return known.isBy(asOf.date()) && known.isBy(asOf.knownAt());
  }

  /// The stance that an act expresses; null if none.
  public static @Nullable Stance stance(ActLedger.Entry each) {
    return switch (each.act().consent()) {
      case GIVEN -> Stance.AGREED;
      case REFUSED -> Stance.REJECTED;
      case NONE -> null;
    };
  }

  private static Dated entry(
      Edtf date,
      EntryKind kind,
      Id id,
      List<PartyId> parties,
      @Nullable Stance stance,
      String words) {
    return new Dated(date, new TimelineEntry(date.toString(), kind, id, parties, stance, words));
  }
}
