package org.parley.answer.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.PositionHistory;
import org.parley.board.Boards;
import org.parley.board.StanceHistory;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.PositionId;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.wording.Messages;
import org.parley.wording.PointMovementWording;

/// How the parties moved on a point: positions concluded for them, and stances on the board.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param positions the positions that counted, in order of time
/// @param stances the stances, in order of time
/// @param isWhole whether every day was read on which something was said or done about it
public record PointMovementAnswer(
    PointId point,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    List<PositionMove> positions,
    List<StanceMove> stances,
    boolean isWhole) {

  /// A position from the day on which it began to count.
  ///
  /// @param from the day; absent without a date
  /// @param position its id; absent if none counts any more
  /// @param best the options it likes best
  /// @param redLines the options it does not accept
  /// @param atLeast the least number it accepts
  /// @param atMost the largest number it accepts
  /// @param towards the parties whose best options it likes better than before
  /// @param awayFrom those whose best options it likes less than before
  public record PositionMove(
      PartyId party,
      @Nullable LocalDate from,
      @Nullable PositionId position,
      List<OptionId> best,
      List<OptionId> redLines,
      @Nullable Amount atLeast,
      @Nullable Amount atMost,
      List<PartyId> towards,
      List<PartyId> awayFrom,
      String words,
      String direction) {}

  /// A stance from the day on which it, or its options, changed.
  ///
  /// @param preferred the options preferred in own words
  /// @param refused the options refused in own words
  /// @param moved how it moved
  /// @param claims the claims that carry it
  public record StanceMove(
      PartyId party,
      LocalDate from,
      Stance stance,
      List<OptionId> preferred,
      List<OptionId> refused,
      StanceHistory.Direction moved,
      List<ClaimId> claims,
      String words,
      String direction) {}

  /// The movement on a point by the end of a day, as known on a day.
  public static PointMovementAnswer of(CaseView view, Boards boards, PointId point, AsOf until) {
    PointMovementWording wording = new PointMovementWording(Messages.current(), view, point);
    StanceHistory stances = StanceHistory.of(boards, point, until);
    return new PointMovementAnswer(
        point,
        until.date(),
        until.knownAt().equals(LocalDate.MAX) ? null : until.knownAt(),
        PositionHistory.of(view, point, until).held().stream()
            .map(each -> move(each, wording))
            .toList(),
        stances.turns().stream()
            .map(
                each ->
                    new StanceMove(
                        each.cell().party(),
                        each.from(),
                        each.cell().stance(),
                        each.preferred(),
                        each.refused(),
                        each.direction(),
                        each.cell().claims(),
                        wording.stance(each).text(),
                        wording.direction(each).text()))
            .toList(),
        stances.isWhole());
  }

  private static PositionMove move(PositionHistory.Held held, PointMovementWording wording) {
    AcceptedRange range = held.range();
    return new PositionMove(
        held.party(),
        held.from(),
        held.position(),
        held.best(),
        held.redLines(),
        range == null ? null : range.atLeast(),
        range == null ? null : range.atMost(),
        held.towards(),
        held.awayFrom(),
        wording.position(held).text(),
        wording.direction(held).text());
  }
}
