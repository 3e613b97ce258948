package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.acts.RecordedAct;
import org.parley.answer.board.TimelineAnswer;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
import org.parley.model.date.Edtf;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;
import org.parley.wording.ActWording;
import org.parley.wording.Language;
import org.parley.wording.Messages;

/// Meetings and claims over time.
///
/// @param open the case
/// @param moment the moment; later meetings are shown as planned
public record TimelinePage(OpenCase open, ViewedDay moment) {

  private static final int CLAIMS_NAMED_A_DAY = 12;
  private static final int DAYS_LISTED = 150;

  /// The statements and meetings of one day, or of one imprecise interval.
  ///
  /// @param date the date as it was written
  /// @param words the date in words
  /// @param from its first day
  /// @param to its last day
  /// @param meetings the meetings
  /// @param acts the acts
  /// @param claims the claims, at most the first dozen
  /// @param more the number of further claims
  public record Day(
      String date,
      String words,
      LocalDate from,
      LocalDate to,
      List<Meeting> meetings,
      List<RecordedAct> acts,
      List<Claim> claims,
      int more) {

    /// Whether the date is imprecise.
    public boolean isSpan() {
      return !from.equals(to);
    }
  }

  public Frame frame() {
    return Frame.of(Say.text("timeline.title"), open.view().info(), "timeline");
  }

  /// The stock of what is agreed and carried out.
  public StockChart stock() {
    return StockChart.of(open, moment);
  }

  public TimelineChart chart() {
    return TimelineChart.of(open, moment);
  }

  /// Whether a meeting still lies ahead of the day shown, as far as its date is known.
  public boolean isPlanned(Meeting meeting) {
    return !meeting.date().isBy(moment.shown());
  }

  public List<Meeting> planned() {
    return open.view().meetings().stream().filter(this::isKnown).filter(this::isPlanned).toList();
  }

  /// Whether a meeting was known at the moment; today shows all that is planned.
  public boolean isKnown(Meeting meeting) {
    return isNow() || TimelineAnswer.isKnown(meeting, moment.asOf());
  }

  private boolean isNow() {
    return moment.knownAt() == null && !moment.shown().isBefore(open.lastDay());
  }

  /// Whether an act was done and known at the moment.
  public boolean isKnown(RecordedAct act) {
    return isNow() || act.isBy(moment.asOf());
  }

  /// Whether a claim was known at the moment; of the present all are.
  public boolean isKnown(Claim claim) {
    return isNow() || moment.asOf().covers(claim);
  }

  /// Whether anything of a day was known at the moment.
  public boolean isKnown(Day day) {
    return isNow()
        || day.meetings().stream().anyMatch(this::isKnown)
        || day.acts().stream().anyMatch(this::isKnown)
        || day.claims().stream().anyMatch(this::isKnown);
  }

  public String words(RecordedAct act) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).full(act.act()).text());
  }

  /// Everything, by date, the latest first; at most the latest 150 dates.
  public Days days() {
    return open.once(DaysByLanguage.class, _ -> new DaysByLanguage(new ConcurrentHashMap<>()))
        .byLanguage
        .computeIfAbsent(Language.current(), _ -> days(open));
  }

  private record DaysByLanguage(Map<Language, Days> byLanguage) {}

  private static Days days(OpenCase open) {
    Map<Edtf, List<Meeting>> meetings = new HashMap<>();
    Map<Edtf, List<Claim>> claims = new HashMap<>();
    for (Meeting meeting : open.view().meetings()) {
      meetings.computeIfAbsent(dayOf(meeting.date()), _ -> new ArrayList<>()).add(meeting);
    }
    for (Claim claim : open.view().claims()) {
      claims.computeIfAbsent(dayOf(claim.said()), _ -> new ArrayList<>()).add(claim);
    }
    Map<Edtf, List<RecordedAct>> acts = new HashMap<>();
    for (RecordedAct act : open.acts().inOrder()) {
      acts.computeIfAbsent(dayOf(act.act().date()), _ -> new ArrayList<>()).add(act);
    }
    TreeSet<Edtf> dates = new TreeSet<>(meetings.keySet());
    dates.addAll(acts.keySet());
    dates.addAll(claims.keySet());
    List<Day> listed =
        dates.descendingSet().stream()
            .limit(DAYS_LISTED)
            .map(date -> day(date, meetings, acts, claims))
            .toList();
    return new Days(listed, dates.size() - listed.size());
  }

  /// The dates listed, and how many earlier ones are not.
  public record Days(List<Day> listed, int leftOut) {}

  /// A date without its time of day: one day in the list, whatever the hour.
  private static Edtf dayOf(Edtf date) {
    return date.toString().indexOf('T') > 0 && date.earliestDay().equals(date.latestDay())
        ? Edtf.of(date.earliestDay())
        : date;
  }

  private static Day day(
      Edtf date,
      Map<Edtf, List<Meeting>> meetings,
      Map<Edtf, List<RecordedAct>> acts,
      Map<Edtf, List<Claim>> claims) {
    List<Claim> said = claims.getOrDefault(date, List.of());
    int named = Math.min(said.size(), CLAIMS_NAMED_A_DAY);
    return new Day(
        date.toString(),
        Say.date(date),
        date.earliestDay(),
        date.latestDay(),
        meetings.getOrDefault(date, List.of()),
        acts.getOrDefault(date, List.of()),
        said.subList(0, named),
        said.size() - named);
  }

  /// The claims of a day, as an address.
  public String claimsOf(Day day) {
    String from = day.from().equals(LocalDate.MIN) ? "" : "from=" + day.from();
    String to = day.to().equals(LocalDate.MAX) ? "" : "to=" + day.to();
    return Link.to(Address.CLAIMS) + "?" + from + (from.isEmpty() || to.isEmpty() ? "" : "&") + to;
  }
}
