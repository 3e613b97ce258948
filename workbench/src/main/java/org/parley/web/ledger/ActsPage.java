package org.parley.web.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentVersion;
import org.parley.sequence.Lateness;
import org.parley.web.view.Evidence;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.ActWording;
import org.parley.wording.Answer;
import org.parley.wording.Messages;
import org.parley.wording.Phrase;

/// The acts done by a moment, with the state of each instrument and the degree of implementation.
///
/// @param open the case
/// @param moment the moment
public record ActsPage(OpenCase open, ViewedDay moment) {

  public Frame frame() {
    return Frame.of(Say.text("acts.title"), open.view().info(), "acts");
  }

  public ActLedger ledger() {
    return open.board(moment.asOf()).acts();
  }

  private ActWording wording() {
    return new ActWording(Messages.current(), open.view());
  }

  /// The answer in one sentence.
  public String answer() {
    return Say.sentence(summary().headline().text());
  }

  /// The rest of the answer; may be empty.
  public String answerContinued() {
    return summary().explanation().text();
  }

  private Answer summary() {
    return wording().summary(ledger());
  }

  public List<InstrumentState> states() {
    return ledger().states();
  }

  public String state(InstrumentState state) {
    return Say.sentence(wording().state(state).text());
  }

  public Instrument instrument(InstrumentState state) {
    return open.view().get(state.instrument());
  }

  /// The signatories that have not signed, once some have.
  public List<PartyId> unsigned(InstrumentState state) {
    return state.signedBy().isEmpty()
        ? List.of()
        : instrument(state).signatories().stream()
            .filter(each -> !state.signedBy().contains(each))
            .toList();
  }

  /// The parties by name; a dash for none.
  public String named(List<PartyId> parties) {
    return parties.isEmpty() ? "\u2013" : Say.parties(open.view(), parties);
  }

  /// The text that a rejected one was replaced by, if it was.
  public Optional<Replaced> replaced(InstrumentState state) {
    return ledger()
        .replacementOf(state.instrument())
        .map(
            after -> {
              List<InstrumentVersion> all = instrument(state).versions();
              return new Replaced(all.get(all.indexOf(after) - 1), after);
            });
  }

  /// A rejected version and the one that replaced it.
  public record Replaced(InstrumentVersion before, InstrumentVersion after) {}

  /// The steps and points carried out, begun or breached, in the order of the case.
  public List<Performance> begun() {
    return ledger().implementation(null).performances().stream()
        .filter(each -> each.status() != Performance.Status.NOT_BEGUN)
        .toList();
  }

  /// The number of steps and points of which no act of implementation is on record.
  public int notBegun() {
    return ledger().implementation(null).total() - begun().size();
  }

  public String status(Performance performance) {
    return Say.sentence(wording().status(performance).text());
  }

  /// By step, how late it is.
  public Map<StepId, Lateness> lateness() {
    return Lateness.of(open.view(), ledger());
  }

  /// How late something was and since when the rest is overdue, a phrase each.
  public List<String> late(Performance performance, Map<StepId, Lateness> lateness) {
    Lateness late = performance.of() instanceof StepId step ? lateness.get(step) : null;
    return late == null ? List.of() : wording().late(late).stream().map(Phrase::text).toList();
  }

  /// The share carried out, with its unit; empty if in full or not begun.
  public String share(Performance performance) {
    return performance.share() == null
        ? ""
        : wording().share(performance.share(), performance.unit()).text();
  }

  public String of(Performance performance) {
    return wording().of(performance.of()).text();
  }

  /// Where the object of a performance is shown.
  public String addressOf(Performance performance) {
    return Evidence.address((Id) performance.of());
  }

  /// The acts known at the moment, the latest first.
  public List<ActLedger.Entry> acts() {
    return ledger().entries().reversed();
  }

  public String words(ActLedger.Entry entry) {
    return Say.sentence(wording().full(entry.act()).text());
  }
}
