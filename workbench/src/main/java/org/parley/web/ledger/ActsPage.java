package org.parley.web.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.InstrumentState;
import org.parley.acts.Performance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentVersion;
import org.parley.sequence.Lateness;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Evidence;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
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
/// @param page the page of the list of acts, from 1
/// @param pages how many pages there are, at least 1
/// @param begun the steps and points carried out, begun or breached, in the order of the case
/// @param notBegun the number of those of which no act of implementation is on record
public record ActsPage(
    OpenCase open, ViewedDay moment, int page, int pages, List<Performance> begun, int notBegun) {

  /// How many acts, and how many steps and points, are listed.
  private static final int PAGE_SIZE = 100;

  /// The page of a moment.
  ///
  /// @throws BadQuery if the list has fewer pages
  public static ActsPage of(OpenCase open, ViewedDay moment, Query query) {
    ActLedger ledger = open.board(moment.asOf()).acts();
    int pages = Math.max(1, Math.ceilDiv(ledger.entries().size(), PAGE_SIZE));
    List<Performance> all = ledger.implementation(null).performances();
    List<Performance> begun =
        all.stream().filter(each -> each.status() != Performance.Status.NOT_BEGUN).toList();
    return new ActsPage(
        open,
        moment,
        query.number("page", 1, pages, pageOf(ledger, query.text("act"))),
        pages,
        begun,
        all.size() - begun.size());
  }

  /// The page that has an act; the first for none.
  private static int pageOf(ActLedger ledger, @Nullable String act) {
    List<ActLedger.Entry> all = ledger.entries().reversed();
    for (int at = 0; act != null && at < all.size(); at++) {
      if (all.get(at).act().id().value().equals(act)) {
        return 1 + at / PAGE_SIZE;
      }
    }
    return 1;
  }

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

  /// The acts of this page, the latest first.
  public List<ActLedger.Entry> acts() {
    List<ActLedger.Entry> all = ledger().entries().reversed();
    int from = (page - 1) * PAGE_SIZE;
    return all.subList(from, Math.min(all.size(), from + PAGE_SIZE));
  }

  /// The number of the first act of this page, counted from the earliest.
  public int first() {
    return ledger().entries().size() - (page - 1) * PAGE_SIZE;
  }

  /// The address of a page of the list.
  public String url(int number) {
    String day = moment.fullQuery();
    return Link.to(Address.ACTS)
        + (number == 1 ? day : (day.isEmpty() ? "?" : day + "&") + "page=" + number);
  }

  public String words(ActLedger.Entry entry) {
    return Say.sentence(wording().full(entry.act()).text());
  }
}
