package org.parley.web.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.acts.RecordedAct;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Meeting;
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
import org.parley.wording.Messages;

/// Acts, meetings and claims over time.
///
/// @param open the case
/// @param moment the moment; later meetings are shown as planned
/// @param dates the dates of what was known then
/// @param page the page of the list of dates, from 1
public record TimelinePage(OpenCase open, ViewedDay moment, TimelineDates dates, int page) {

  private static final int PLANNED_NAMED = 50;

  /// The entries of one day, or of one imprecise interval.
  ///
  /// @param date the date as it was written
  /// @param words the date in words
  /// @param isSpan whether the date is imprecise
  /// @param isContinued whether meetings of this date were listed before
  /// @param meetings the meetings
  /// @param acts the acts, at most the first dozen
  /// @param claims the claims, at most the first dozen
  /// @param moreActs the rest of the acts; null for none
  /// @param moreClaims the rest of the claims; null for none
  public record Day(
      String date,
      String words,
      boolean isSpan,
      boolean isContinued,
      List<Meeting> meetings,
      List<RecordedAct> acts,
      List<Claim> claims,
      @Nullable More moreActs,
      @Nullable More moreClaims) {}

  /// Entries that are not named.
  ///
  /// @param address the list that has them
  public record More(int count, String address) {}

  /// The page of a moment.
  ///
  /// @throws BadQuery if the list has fewer pages
  public static TimelinePage of(OpenCase open, ViewedDay moment, Query query) {
    TimelineDates dates = TimelineDates.of(new KnownThen(open, moment));
    String meeting = query.text("meeting");
    int usual = meeting == null ? 1 : dates.pageOf().getOrDefault(meeting, 1);
    return new TimelinePage(open, moment, dates, query.number("page", 1, dates.pages(), usual));
  }

  /// Derives now what the timeline of the last day shows.
  public static void prepare(OpenCase open) {
    ViewedDay last = ViewedDay.of(new Query(Map.of()), open);
    var _ = TimelineDates.of(new KnownThen(open, last));
    var _ = open.stock(last.asOf());
  }

  public Frame frame() {
    return Frame.of(Say.text("timeline.title"), open.view().info(), "timeline");
  }

  /// The stock of what is agreed and carried out.
  public StockChart stock() {
    return StockChart.of(open, moment);
  }

  public TimelineChart chart() {
    return TimelineChart.of(this);
  }

  /// Whether a meeting still lies ahead of the day shown, as far as its date is known.
  public boolean isPlanned(Meeting meeting) {
    return !meeting.date().isBy(moment.shown());
  }

  /// The meetings that were known at the moment.
  List<Meeting> meetings() {
    KnownThen known = new KnownThen(open, moment);
    return open.view().meetings().stream().filter(known::covers).toList();
  }

  /// The next planned meetings, at most fifty.
  public List<Meeting> planned() {
    return allPlanned().stream().limit(PLANNED_NAMED).toList();
  }

  private List<Meeting> allPlanned() {
    return meetings().stream().filter(this::isPlanned).toList();
  }

  /// The planned meetings that are not named; null for none.
  public @Nullable More morePlanned() {
    List<Meeting> all = allPlanned();
    return all.size() <= PLANNED_NAMED
        ? null
        : new More(all.size() - PLANNED_NAMED, address(all.get(PLANNED_NAMED)));
  }

  public String words(RecordedAct act) {
    return Say.sentence(new ActWording(Messages.current(), open.view()).full(act.act()).text());
  }

  /// The number of pages, at least 1.
  public int pages() {
    return dates.pages();
  }

  /// Which dates this page lists, in words.
  public String listed() {
    List<TimelineDates.Dated> here = dates.page(page);
    return Say.text(
        "timeline.listed",
        "first",
        here.getLast().number(),
        "last",
        here.getFirst().number(),
        "count",
        dates.dates());
  }

  /// The dates of this page, the latest first.
  public List<Day> days() {
    return dates.page(page).stream().map(this::day).toList();
  }

  private Day day(TimelineDates.Dated each) {
    return new Day(
        each.date().toString(),
        Say.date(each.date()),
        !each.from().equals(each.to()),
        each.isContinued(),
        each.meetings(),
        each.acts(),
        each.claims(),
        each.latestAct() == null
            ? null
            : new More(each.moreActs(), Evidence.address(each.latestAct().record())),
        each.moreClaims() == 0 ? null : new More(each.moreClaims(), claimsOf(each)));
  }

  /// The address of a page of the list.
  public String url(int number) {
    String day = moment.query();
    return Link.to(Address.TIMELINE)
        + (number == 1 ? day : (day.isEmpty() ? "?" : day + "&") + "page=" + number);
  }

  /// Where a meeting is listed.
  public String address(Meeting meeting) {
    int on = dates.pageOf().getOrDefault(meeting.id().value(), 1);
    return (on == page ? "" : url(on)) + "#" + meeting.id();
  }

  /// The claims of a date, as an address.
  private static String claimsOf(TimelineDates.Dated day) {
    String from = day.from().equals(LocalDate.MIN) ? "" : "from=" + day.from();
    String to = day.to().equals(LocalDate.MAX) ? "" : "to=" + day.to();
    return Link.to(Address.CLAIMS) + "?" + from + (from.isEmpty() || to.isEmpty() ? "" : "&") + to;
  }
}
