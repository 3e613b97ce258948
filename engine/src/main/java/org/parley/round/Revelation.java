package org.parley.round;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.Round.Disclosure;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.PointId;
import org.parley.round.AnswerState.ClosingCause;

/// The facts that the rule of a round reveals of the answers to one package at a moment, to
/// everyone alike.
///
/// It is the declassification of the sealed answers: two sets of answers with equal revelations are
/// indistinguishable to everyone but those who gave them.
///
/// @param state where the answers stand
/// @param answered how many parties have answered; present while answers are taken, if the rule
///   reveals the turnout
/// @param allAccept whether all parties accept; empty before the rule applies
/// @param accepting how many accept, if the rule reveals it
/// @param points for each point, whether all accept it; empty unless the rule reveals it
/// @param parties the parties that accept, in the order of the round, if the rule reveals it
public record Revelation(
    AnswerState state,
    OptionalInt answered,
    Optional<Boolean> allAccept,
    OptionalInt accepting,
    Map<PointId, Boolean> points,
    Optional<List<PartyId>> parties) {

  public Revelation {
    points = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(points));
    parties = parties.map(List::copyOf);
  }

  /// The answers that count so far, and the state they lead to.
  private record Counted(Map<PartyId, AnswerSheet> sheets, AnswerState state) {}

  /// The facts that the rule reveals.
  ///
  /// @param answers the entries in the order of receipt; those to other packages are ignored
  public static Revelation of(TabledSheet sheet, List<SealedAnswer> answers, Instant now) {
    Counted counted = count(sheet, answers, now);
    Round round = sheet.round();
    List<Disclosure> reveals = round.reveals();
    if (!(counted.state instanceof AnswerState.Revealed)) {
      boolean told =
          counted.state instanceof AnswerState.Taken && reveals.contains(Disclosure.TURNOUT);
      return new Revelation(
          counted.state,
          told ? OptionalInt.of(counted.sheets.size()) : OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Map.of(),
          Optional.empty());
    }
    TabledPackage tabled = sheet.tabled();
    List<PartyId> accepting =
        sheet.parties().stream().filter(each -> accepts(counted.sheets.get(each), tabled)).toList();
    return new Revelation(
        counted.state,
        OptionalInt.empty(),
        Optional.of(accepting.size() == sheet.parties().size()),
        reveals.contains(Disclosure.COUNT) ? OptionalInt.of(accepting.size()) : OptionalInt.empty(),
        reveals.contains(Disclosure.POINTS) ? points(sheet, counted.sheets) : Map.of(),
        reveals.contains(Disclosure.PARTIES) ? Optional.of(accepting) : Optional.empty());
  }

  private static boolean accepts(@Nullable AnswerSheet sheet, TabledPackage tabled) {
    return sheet != null && sheet.accepts(tabled);
  }

  private static Map<PointId, Boolean> points(TabledSheet sheet, Map<PartyId, AnswerSheet> sheets) {
    TabledPackage tabled = sheet.tabled();
    Map<PointId, Boolean> accepted = new LinkedHashMap<>();
    for (TabledProvision each : tabled.provisions()) {
      boolean all = true;
      for (PartyId party : sheet.parties()) {
        AnswerSheet own = sheets.get(party);
        all &= own != null && own.accepts(tabled, each.point());
      }
      accepted.put(each.point(), all);
    }
    return accepted;
  }

  /// Where a package stands at a moment, before its rule is looked at.
  ///
  /// @return [AnswerState.NotOpen] or [AnswerState.Taken]
  private static AnswerState begun(TabledSheet sheet, Instant now) {
    TabledPackage tabled = sheet.tabled();
    boolean isOpen =
        sheet.isTabled()
            && !now.isBefore(tabled.tabled().instant())
            && !now.isBefore(sheet.round().opens().instant());
    return isOpen ? new AnswerState.Taken() : new AnswerState.NotOpen();
  }

  private static Counted count(TabledSheet sheet, List<SealedAnswer> answers, Instant now) {
    AnswerState begun = begun(sheet, now);
    if (begun instanceof AnswerState.NotOpen) {
      return new Counted(Map.of(), begun);
    }
    Round round = sheet.round();
    String basis = sheet.basis();
    Instant end = end(sheet);
    Map<PartyId, AnswerSheet> sheets = new HashMap<>();
    for (SealedAnswer each : answers) {
      if (!each.to().equals(sheet.tabled().id())
          || !sheet.parties().contains(each.by())
          || each.at().isAfter(now)
          || !each.at().isBefore(end)) {
        continue;
      }
      AnswerSheet said = each.sheet();
      if (said == null || !each.basis().equals(basis)) {
        // an answer to other words still takes the place of an earlier one
        sheets.remove(each.by());
      } else {
        sheets.put(each.by(), said);
      }
      if (round.when() == Round.Revealing.ALL_ANSWERED && sheets.size() == sheet.parties().size()) {
        return new Counted(sheets, new AnswerState.Revealed(each.at(), ClosingCause.ALL_ANSWERED));
      }
    }
    Instant superseded = sheet.supersededAt();
    if (superseded != null && !superseded.isAfter(now) && superseded.equals(end)) {
      return new Counted(sheets, new AnswerState.Superseded(superseded));
    }
    return new Counted(
        sheets,
        now.isBefore(end) ? begun : new AnswerState.Revealed(end, ClosingCause.CLOSING_HOUR));
  }

  /// Whether no answer can be added any more at a moment, whatever was answered: the closing hour
  /// or a replacement has passed.
  public static boolean isOver(TabledSheet sheet, Instant now) {
    return !now.isBefore(end(sheet));
  }

  /// The moment from which no answer counts: the closing hour, or an earlier replacement.
  private static Instant end(TabledSheet sheet) {
    ZonedMoment closes = sheet.round().closes();
    Instant hour = closes == null ? Instant.MAX : closes.instant();
    Instant superseded = sheet.supersededAt();
    return superseded != null && superseded.isBefore(hour) ? superseded : hour;
  }

  /// The last answer of one party; null if there is none, or it was withdrawn. For the eyes of that
  /// party alone.
  public static @Nullable SealedAnswer own(
      TabledSheet sheet, List<SealedAnswer> answers, PartyId party, Instant now) {
    SealedAnswer last = null;
    for (SealedAnswer each : answers) {
      if (each.to().equals(sheet.tabled().id())
          && each.by().equals(party)
          && !each.at().isAfter(now)) {
        last = each.sheet() == null ? null : each;
      }
    }
    return last;
  }
}
