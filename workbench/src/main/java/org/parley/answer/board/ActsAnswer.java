package org.parley.answer.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Implementation;
import org.parley.acts.InstrumentPhase;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.answer.AnswerJson;
import org.parley.model.ActSubject;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.sequence.Lateness;
import org.parley.wording.ActWording;
import org.parley.wording.Messages;

/// The acts done by a day, as known on a day of knowledge.
///
/// @param knownAt the day whose knowledge counts; absent where all that is known does
/// @param total the number of acts
/// @param offset the number of acts left out before those listed
/// @param more whether acts follow those listed
public record ActsAnswer(
    String title,
    LocalDate asOf,
    @Nullable LocalDate knownAt,
    String headline,
    List<InstrumentStateAnswer> instruments,
    ImplementationAnswer implementation,
    long total,
    long offset,
    boolean more,
    List<ListedAct> acts) {

  /// The state of an instrument on the day.
  ///
  /// @param version the version of the day; absent where it has none
  /// @param by the act that brought it there; absent where nothing has happened
  /// @param awaiting those who still have to approve it, once some have
  public record InstrumentStateAnswer(
      InstrumentId instrument,
      @Nullable String version,
      InstrumentPhase phase,
      @Nullable ActId by,
      List<PartyId> signedBy,
      List<PartyId> ratifiedBy,
      List<PartyId> awaiting,
      List<PartyId> rejectedBy,
      String words) {}

  /// How far steps and points were carried out.
  public record ImplementationAnswer(
      int done, int total, Map<String, Integer> counts, List<PerformanceAnswer> performances) {}

  /// How far a step or point was carried out.
  ///
  /// @param date the date of the latest act; absent where there is none
  /// @param share the share performed; absent where in full or not begun
  /// @param late whether it was recorded as late
  /// @param lateDays how late it was at least, by the deadlines of the case; 0 where in time
  /// @param lateMostDays how late at most, where the date is imprecise
  /// @param overdueSince the deadline still missed; absent where there is none
  public record PerformanceAnswer(
      Id of,
      Performance.Status status,
      @Nullable String date,
      @Nullable String share,
      @Nullable String unit,
      boolean late,
      long lateDays,
      long lateMostDays,
      @Nullable LocalDate overdueSince,
      List<PartyId> refusedBy,
      List<PartyId> verifiedBy,
      List<PartyId> breachedBy,
      List<ActId> acts,
      String words) {}

  /// An act, and what became of its record.
  ///
  /// @param record the record it stands in: itself, or the instrument or step of an earlier file
  /// @param supersededBy the record that corrects it; absent where it stands
  public record ListedAct(
      ActId act,
      Id record,
      ActKind kind,
      String date,
      @Nullable String known,
      List<PartyId> by,
      List<Id> of,
      @Nullable ActId supersededBy,
      List<ClaimId> confirmedBy,
      List<ClaimId> deniedBy,
      String words) {}

  /// The answer for a ledger of acts, with all of them.
  public static ActsAnswer of(CaseView view, ActLedger ledger) {
    return of(view, ledger, 0, Integer.MAX_VALUE);
  }

  /// The answer for a ledger of acts, with a part of them.
  ///
  /// @param offset how many acts to leave out, 0 or more
  /// @param limit how many acts to list at the most
  public static ActsAnswer of(CaseView view, ActLedger ledger, int offset, int limit) {
    List<ActLedger.Entry> all = ledger.entries();
    int from = Math.min(offset, all.size());
    int to = (int) Math.min(all.size(), (long) from + limit);
    ActWording wording = new ActWording(Messages.current(), view);
    LocalDate knownAt = ledger.asOf().knownAt();
    Implementation implementation = ledger.implementation(null);
    Map<StepId, Lateness> late = Lateness.of(view, ledger);
    return new ActsAnswer(
        view.info().title().text(),
        ledger.asOf().date(),
        knownAt.equals(LocalDate.MAX) ? null : knownAt,
        wording.summary(ledger).text(),
        ledger.states().stream().map(each -> state(each, wording)).toList(),
        new ImplementationAnswer(
            implementation.done(),
            implementation.total(),
            AnswerJson.byWord(implementation.counts()),
            implementation.performances().stream()
                .map(
                    each ->
                        performance(
                            each,
                            each.of() instanceof StepId step ? late.get(step) : null,
                            wording))
                .toList()),
        all.size(),
        offset,
        to < all.size(),
        all.subList(from, to).stream().map(each -> act(each, wording)).toList());
  }

  public static InstrumentStateAnswer state(InstrumentState state, ActWording wording) {
    ActLedger.Entry by = state.by();
    return new InstrumentStateAnswer(
        state.instrument(),
        state.version() == null ? null : state.version().version(),
        state.phase(),
        by == null ? null : by.act().id(),
        state.signedBy(),
        state.ratifiedBy(),
        state.awaiting(),
        state.rejectedBy(),
        wording.state(state).text());
  }

  private static PerformanceAnswer performance(
      Performance each, @Nullable Lateness late, ActWording wording) {
    return new PerformanceAnswer(
        id(each.of()),
        each.status(),
        each.date() == null ? null : each.date().toString(),
        each.share() == null ? null : each.share().said(),
        each.unit(),
        each.isLate(),
        late == null ? 0 : late.leastDays(),
        late == null ? 0 : late.mostDays(),
        late == null ? null : late.overdueSince(),
        each.refusedBy(),
        each.verifiedBy(),
        each.breachedBy(),
        each.acts().stream().map(entry -> entry.act().id()).toList(),
        wording.performance(each, late).text());
  }

  static ListedAct act(ActLedger.Entry entry, ActWording wording) {
    return new ListedAct(
        entry.act().id(),
        entry.recorded().record(),
        entry.act().kind(),
        entry.act().date().toString(),
        entry.act().known() == null ? null : entry.act().known().toString(),
        entry.recorded().by(),
        entry.act().of().stream().map(ActsAnswer::id).toList(),
        entry.supersededBy(),
        entry.confirmedBy(),
        entry.deniedBy(),
        wording.full(entry.act()).text());
  }

  private static Id id(ActSubject subject) {
    return (Id) subject;
  }
}
