package org.parley.round;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Decides whether an answer is taken.
///
/// A refusal depends on the sheet, the party's own answers and what the rule reveals, and on
/// nothing else. So no refusal tells of the answer of another.
public final class AnswerCheck {

  private AnswerCheck() {}

  /// An answer as it arrives.
  ///
  /// @param signedInAs the party whose delegation sends it; null for everyone else
  /// @param by the party in whose name it is given
  /// @param basis the digest of the sheet it was written on
  /// @param seen how many entries of its party to the package the sender has seen
  /// @param sheet the answer; null for a withdrawal
  public record Received(
      @Nullable PartyId signedInAs,
      PartyId by,
      String basis,
      int seen,
      @Nullable AnswerSheet sheet) {}

  /// The first fault of an answer; empty if it is taken.
  ///
  /// @param options the options that a condition may name
  public static Optional<AnswerFault> fault(
      TabledSheet sheet,
      Set<OptionId> options,
      List<SealedAnswer> answers,
      Received received,
      Instant now) {
    if (!received.by().equals(received.signedInAs())) {
      return Optional.of(AnswerFault.ANSWER_FOR_ANOTHER);
    }
    if (!sheet.parties().contains(received.by())) {
      return Optional.of(AnswerFault.NOT_IN_ROUND);
    }
    AnswerFault closed =
        switch (Revelation.of(sheet, answers, now).state()) {
          case AnswerState.NotOpen _ -> AnswerFault.ROUND_NOT_OPEN;
          case AnswerState.Revealed _ -> AnswerFault.ANSWER_TOO_LATE;
          case AnswerState.Superseded _ -> AnswerFault.ANSWER_TO_OLD_VERSION;
          case AnswerState.Taken _ -> null;
        };
    if (closed != null) {
      return Optional.of(closed);
    }
    if (!received.basis().equals(sheet.basis())) {
      return Optional.of(AnswerFault.SHEET_CHANGED);
    }
    if (entries(sheet, answers, received.by()) != received.seen()) {
      return Optional.of(AnswerFault.ANSWERED_MEANWHILE);
    }
    AnswerSheet said = received.sheet();
    if (said == null) {
      return Revelation.own(sheet, answers, received.by(), now) == null
          ? Optional.of(AnswerFault.NOTHING_TO_WITHDRAW)
          : Optional.empty();
    }
    return content(sheet, options, said);
  }

  /// How many entries a party has made to a package.
  public static int entries(TabledSheet sheet, List<SealedAnswer> answers, PartyId party) {
    return Math.toIntExact(
        answers.stream()
            .filter(each -> each.to().equals(sheet.tabled().id()) && each.by().equals(party))
            .count());
  }

  private static Optional<AnswerFault> content(
      TabledSheet sheet, Set<OptionId> options, AnswerSheet said) {
    for (Map.Entry<PointId, AnswerWord> each : said.points().entrySet()) {
      if (sheet.tabled().on(each.getKey()).isEmpty()) {
        return Optional.of(AnswerFault.POINT_NOT_IN_PACKAGE);
      }
      if (said.whole() instanceof AnswerWord.Accepts
          && !said.accepts(sheet.tabled(), each.getKey())) {
        return Optional.of(AnswerFault.WHOLE_WITHOUT_ITS_POINT);
      }
    }
    Set<AnswerWord> verdicts = new HashSet<>(said.points().values());
    verdicts.add(said.whole());
    for (AnswerWord each : verdicts) {
      if (each instanceof AnswerWord.AcceptsIf(List<OptionId> asked)) {
        if (asked.isEmpty()) {
          return Optional.of(AnswerFault.NO_CONDITION);
        }
        if (!options.containsAll(asked)) {
          return Optional.of(AnswerFault.CONDITION_OUTSIDE_ROUND);
        }
      }
    }
    return Optional.empty();
  }
}
