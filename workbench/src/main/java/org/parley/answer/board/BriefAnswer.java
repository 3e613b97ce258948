package org.parley.answer.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.Id;
import org.parley.model.source.SourceId;

/// A briefing for programs: the lists of its first page, uncut.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param since the day compared with
/// @param reader whom it is for
/// @param headline where it stands
/// @param instruments the state of each instrument
/// @param negotiation how far sets of parties agree
/// @param implementation how far it was carried out; empty while nothing could be
/// @param moved what moved, acts first
/// @param otherwise who says otherwise
/// @param possible what is possible
/// @param ways the ways out of equal cost, if they are shown
/// @param blocks what blocks
/// @param due what is due, overdue first
public record BriefAnswer(
    String title,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    LocalDate since,
    String reader,
    String headline,
    List<ActsAnswer.InstrumentStateAnswer> instruments,
    List<BoardAnswer.AgreementAnswer> negotiation,
    List<BoardAnswer.CarriedOutAnswer> implementation,
    List<BriefLine> moved,
    List<BriefLine> otherwise,
    String possible,
    List<String> ways,
    List<BriefLine> blocks,
    List<DueAnswer> due) {

  /// A line, and the claims and acts that it rests on.
  public record BriefLine(String words, List<Id> evidence) {}

  /// Something that is due.
  ///
  /// @param day absent where no day is known
  /// @param when the day in words
  public record DueAnswer(
      @Nullable LocalDate day, String when, String words, List<SourceId> source) {}
}
