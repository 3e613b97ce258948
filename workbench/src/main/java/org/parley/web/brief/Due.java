package org.parley.web.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.acts.Acts;
import org.parley.answer.board.PrincipalQuestions;
import org.parley.board.Board;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Moments;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.text.InstrumentId;
import org.parley.sequence.Deadlines;
import org.parley.sequence.DemandOutcome;
import org.parley.sequence.DemandOutcomes;
import org.parley.sequence.DemandVerdict;
import org.parley.sequence.RecessPeriod;
import org.parley.sequence.SequenceProblem;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.wording.BriefWording;
import org.parley.wording.GuaranteeWording;
import org.parley.wording.Messages;
import org.parley.wording.MomentWords;
import org.parley.wording.OutcomeWording;
import org.parley.wording.RoundWording;
import org.parley.wording.SequenceWording;

/// An event ahead - a meeting, an expected event, a duty - or a demand that is overdue.
///
/// @param from the first possible day; the minimum if unknown
/// @param when the date in words
/// @param what the event
/// @param sources its sources
public record Due(LocalDate from, String when, String what, List<SourceId> sources) {

  public Due {
    sources = List.copyOf(sources);
  }

  /// The events after the day of a board, earliest first.
  ///
  /// @param owed the open duties
  static List<Due> after(
      OpenCase open, Board board, Collection<DutyVerdict> owed, BriefWording words) {
    CaseView view = open.view();
    LocalDate day = board.asOf().date();
    List<Due> all = new ArrayList<>();
    LocalDate knowledge = knownAt(board);
    boolean isNow = knowledge.equals(LocalDate.MAX) && !day.isBefore(open.lastDay());
    for (Meeting meeting : view.meetings()) {
      // a past day shows only what was known then; today shows all that is planned
      boolean known =
          isNow || (meeting.knownOrHeld().isBy(day) && meeting.knownOrHeld().isBy(knowledge));
      if (known && meeting.date().latestDay().isAfter(day)) {
        all.add(of(meeting.date(), meeting.title().text(), meeting.source()));
      }
    }
    for (Claim claim : board.ledger().standing()) {
      if (claim.asserts() instanceof Assertion.Expects expects
          && !hasHappened(board, claim, expects)) {
        boolean isAhead = expects.by().latestDay().isAfter(day);
        all.add(
            isAhead
                ? of(expects.by(), words.expected(claim, expects), claim.source())
                : new Due(
                    expects.by().latestDay(),
                    Say.text("brief.due.lapsed", "date", Say.date(expects.by())),
                    words.expected(claim, expects),
                    claim.source()));
      }
    }
    all.addAll(closings(view, day));
    all.addAll(demands(view, board));
    all.addAll(recesses(view, board));
    GuaranteeWording duties = GuaranteeWording.of(view);
    for (DutyVerdict verdict : owed) {
      if (verdict.deadline() != Moments.NEVER) {
        LocalDate by = MomentWords.day(verdict.deadline());
        all.add(
            new Due(
                by == null ? LocalDate.MAX : by,
                Say.text("brief.due.by", "moment", duties.moments().moment(verdict.deadline())),
                duties.duty(verdict),
                List.of()));
      } else if (!verdict.ifDoneBy().isEmpty()) {
        all.add(
            new Due(
                LocalDate.MAX,
                duties.state(verdict.state()),
                Say.text(
                    "brief.due.open", "duty", duties.duty(verdict), "why", duties.why(verdict)),
                List.of()));
      }
    }
    all.sort(Comparator.comparing(Due::from));
    return all;
  }

  /// Whether the expected event of an instrument is on record as an act.
  private static boolean hasHappened(Board board, Claim claim, Assertion.Expects expects) {
    return claim.about().stream()
        .anyMatch(
            subject ->
                subject instanceof InstrumentId id
                    && board.acts().of(id).stream()
                        .anyMatch(each -> each.act().kind() == Acts.kind(expects.event())));
  }

  /// The closing hours of rounds that lie ahead.
  private static List<Due> closings(CaseView view, LocalDate day) {
    RoundWording words = RoundWording.current(view);
    List<Due> all = new ArrayList<>();
    for (Round each : view.rounds()) {
      ZonedMoment closes = each.closes();
      boolean isOpened = !each.opens().local().toLocalDate().isAfter(day);
      if (closes != null && isOpened && closes.local().toLocalDate().isAfter(day)) {
        all.add(
            new Due(
                closes.local().toLocalDate(),
                words.moment(closes),
                Say.text("brief.due.round", "round", each.title().text()),
                List.of()));
      }
    }
    return all;
  }

  /// The demands whose deadline lies ahead or has passed, as far as they were made by the day.
  private static List<Due> demands(CaseView view, Board board) {
    LocalDate day = board.asOf().date();
    OutcomeWording outcomes = new OutcomeWording(Messages.current(), view);
    Deadlines deadlines = new Deadlines(view, board.acts());
    List<Due> all = new ArrayList<>();
    for (DemandOutcome each : DemandOutcomes.of(view, board.acts())) {
      if (!(view.find(each.demand()).orElseThrow() instanceof Demand demand)
          || !PrincipalQuestions.isMade(board, demand)) {
        continue;
      }
      if (each.verdict() == DemandVerdict.OVERDUE && each.on() != null) {
        all.add(new Due(each.on(), outcomes.verdict(each), demand.text(), sources(view, demand)));
      } else if (each.verdict() == DemandVerdict.OPEN) {
        deadlines
            .of(demand)
            .filter(deadline -> !deadline.isBefore(day))
            .ifPresent(
                deadline ->
                    all.add(
                        new Due(
                            deadline,
                            Say.text("brief.due.by", "moment", Say.day(deadline)),
                            demand.text(),
                            sources(view, demand))));
      }
    }
    return all;
  }

  /// For each body that has still to take a step, the recess that comes next or is under way.
  private static List<Due> recesses(CaseView view, Board board) {
    SequenceProblem problem = SequenceProblem.of(view, board.acts(), true);
    SequenceWording words = SequenceWording.of(problem);
    Map<PartyId, RecessPeriod> next = new LinkedHashMap<>();
    problem.recesses().stream()
        .sorted(Comparator.comparingLong(RecessPeriod::from))
        .forEach(each -> next.putIfAbsent(each.body(), each));
    return next.values().stream()
        .map(
            each ->
                new Due(
                    problem.scale().dayOf(each.from()),
                    Say.text(
                        "date.interval",
                        "from",
                        words.day(each.from()),
                        "to",
                        words.day(each.to())),
                    Say.text("brief.due.recess", "body", each.name()),
                    each.source()))
        .toList();
  }

  private static List<SourceId> sources(CaseView view, Demand demand) {
    return demand.claims().stream()
        .flatMap(claim -> view.get(claim).source().stream())
        .distinct()
        .toList();
  }

  private static LocalDate knownAt(Board board) {
    return board.asOf().knownAt();
  }

  private static Due of(Edtf date, String what, List<SourceId> sources) {
    return new Due(date.earliestDay(), Say.date(date), what, sources);
  }
}
